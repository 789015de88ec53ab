/**
 * Completion scripts for the shells. Each runs `support-cli __complete -- WORD...` and passes the candidates to its shell, so that
 * a new option or plan needs no new script.
 */

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];

const bash = String.raw`# bash completion for support-cli: eval "$(support-cli completion bash)"
# Splits the line into words as the shell would, without running anything in it: quotes and backslashes are removed, and
# "cut" is the length of the last word before the part that readline replaces.
_support_cli_words() {
  local line=$1 char next quote="" word="" inside="" i
  cut=0 typed=()
  for ((i = 0; i < \${#line}; i++)); do
    char=\${line:i:1} next=\${line:i+1:1}
    if [[ $quote == "'" && $char != "'" ]]; then word+=$char
    elif [[ -n $quote && $char == "$quote" ]]; then quote="" cut=$before
    elif [[ $quote == '"' && $char == '\' && $next == [\"\\\$\`] ]]; then word+=$next i=$((i + 1))
    elif [[ -n $quote ]]; then word+=$char
    elif [[ $char == [\'\"] ]]; then quote=$char inside=1 before=$cut cut=\${#word}
    elif [[ $char == '\' ]]; then word+=$next inside=1 i=$((i + 1))
    elif [[ $char == [[:space:]] ]]; then
      [[ -n $inside ]] && typed+=("$word")
      word="" inside="" cut=0
    else
      word+=$char inside=1
      [[ $COMP_WORDBREAKS == *"$char"* ]] && cut=\${#word}
    fi
  done
  typed+=("$word")
}
_support_cli() {
  local current prefix candidate file start files="" cut before=0
  local -a typed=()
  _support_cli_words "\${COMP_LINE:0:COMP_POINT}"
  current=\${typed[\${#typed[@]}-1]}
  prefix=\${current:0:cut}
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    case $candidate in
      :files) files=1 ;;
      :nospace) compopt -o nospace 2> /dev/null ;;
      ?*) COMPREPLY+=("\${candidate#"$prefix"}") ;;
    esac
  done < <("\${typed[0]}" __complete -- "\${typed[@]:1}" 2> /dev/null)
  [[ -n $files ]] || return 0
  # Readline then quotes the names, and adds a slash to folders.
  compopt -o filenames 2> /dev/null
  start=$current
  [[ $start == --*=* ]] && start=\${start#*=}
  # What the option's name and its sign take up is not part of the path.
  local skip=$((cut - (\${#current} - \${#start})))
  ((skip > 0)) || skip=0
  local path=$start
  [[ $path == "~/"* ]] && path=$HOME/\${path:2}
  for file in "$path"*; do
    [[ -e $file || -L $file ]] || continue
    file=$start\${file:\${#path}}
    COMPREPLY+=("\${file:skip}")
  done
}
complete -F _support_cli support-cli
`;

const zsh = String.raw`#compdef support-cli
# zsh completion for support-cli: a file _support-cli in a folder of $fpath, or eval "$(support-cli completion zsh)" after compinit
_support_cli() {
  local line value text files="" tab=$'\t'
  local -a found ends
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
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
  # Where zsh looks for files below the output of a command, it runs that command.
  if [[ -n $files && ( $compstate[quote] == "'" || $PREFIX != *("\$("|"\`")* ) ]]; then
    compset -P '*='
    _files
  fi
}
if [[ $funcstack[1] == _support[-_]cli ]]; then _support_cli; else compdef _support_cli support-cli; fi
`;

const fish = `# fish completion for support-cli: support-cli completion fish | source
function __support_cli_complete
    set -l typed (commandline -opc)
    set -l raw (commandline -ct)
    # A quote that is still open cannot be taken off with its pair.
    set -l current (string unescape -- "$raw"; or string replace -r -- '^(--[a-z-]+=)?["\\']' '$1' "$raw")
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
    # Some versions lose an empty argument on its way to a program, so a blank replaces it.
    if ($wordToComplete -eq '') { $typed += ' ' }
    $rest = @($typed | Select-Object -Skip 1)
    & $program __complete '--' @rest 2> $null | Where-Object { $_ -and -not $_.StartsWith(':') } | ForEach-Object {
        $value, $text = $_ -split [char]9, 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
`;

// In a raw template a dollar before a brace must be escaped, and the escape remains.
const scripts = { bash, zsh, fish, powershell } as const satisfies Record<Shell, string>;

/** The script that makes a shell complete command lines. */
export function completionScript(shell: Shell): string {
  return scripts[shell].replaceAll("\\${", "${");
}
