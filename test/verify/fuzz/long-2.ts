/** The second half of the long fuzzing. */
import { runHalf } from "./long.js";

runHalf(2);
