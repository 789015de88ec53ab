/** The first half of the long fuzzing. */
import { runHalf } from "./long.js";

runHalf(1);
