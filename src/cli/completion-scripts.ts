/**
 * Completion scripts for the shells. Each only asks `support-cli __complete -- WORD...` what fits and hands that to its shell,
 * so that a new option or plan needs no new script.
 */

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

const bash = String.raw`# bash completion for support-cli: eval "$(support-cli completion bash)"
_support_cli() {
  local line=\${COMP_LINE:0:COMP_POINT} current prefix="" candidate file
  local -a typed=()
  read -ra typed <<< "$line"
  [[ $line == *[[:space:]] ]] && typed+=("")
  current=\${typed[\${#typed[@]}-1]}
  # Bash takes = for the end of a word, so what stands before it is already there.
  [[ $current == *=* ]] && prefix=\${current%"\${current##*=}"}
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    case $candidate in
      :files)
        compopt -o filenames 2> /dev/null
        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "\${current#"$prefix"}")
        ;;
      :nospace) compopt -o nospace 2> /dev/null ;;
      ?*) COMPREPLY+=("\${candidate#"$prefix"}") ;;
    esac
  done < <("\${typed[0]}" __complete -- "\${typed[@]:1}" 2> /dev/null)
}
complete -F _support_cli support-cli
`;

const zsh = String.raw`#compdef support-cli
# zsh completion for support-cli: a file _support-cli in a folder of $fpath, or eval "$(support-cli completion zsh)" after compinit
_support_cli() {
  local line value text files="" tab=$'\t'
  local -a found ends
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)}"; do
    case $line in
      :files) files=1 ;;
      :nospace) ends=(-S '') ;;
      ?*)
        value=\${line%%$tab*}
        text=\${line#*$tab}
        found+=("\${value//:/\\:}\${text:+:$text}")
        ;;
    esac
  done
  (( $#found )) && _describe -t values support-cli found $ends
  if [[ -n $files ]]; then
    compset -P '*='
    _files
  fi
}
if [[ $funcstack[1] == _support[-_]cli ]]; then _support_cli; else compdef _support_cli support-cli; fi
`;

const fish = `# fish completion for support-cli: support-cli completion fish | source
function __support_cli_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l program $typed[1]
    set -e typed[1]
    for line in ($program __complete -- $typed "$current" 2> /dev/null)
        switch $line
            case ':files'
                set -l start (string match -r -- '^--[a-z-]+=' "$current")
                for file in (__fish_complete_path (string replace -r -- '^--[a-z-]+=' '' "$current"))
                    echo "$start$file"
                end
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c support-cli -f -a '(__support_cli_complete)'
`;

const powershell = `# PowerShell completion for support-cli: support-cli completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'support-cli' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $program = $typed[0]
    # Some versions lose an empty argument on its way to a program, so a blank stands for it.
    if ($wordToComplete -eq '') { $typed += ' ' }
    $rest = @($typed | Select-Object -Skip 1)
    & $program __complete '--' @rest 2> $null | Where-Object { $_ -and -not $_.StartsWith(':') } | ForEach-Object {
        $value, $text = $_ -split [char]9, 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
`;

// A template cannot hold a dollar before a brace unescaped, nor drop the escape when it is raw.
const scripts = { bash, zsh, fish, powershell } as const satisfies Record<Shell, string>;

/** The script that makes a shell complete command lines. */
export function completionScript(shell: Shell): string {
  return scripts[shell].replaceAll("\\${", "${");
}
