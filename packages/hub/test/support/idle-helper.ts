/** A process that says who it is and then waits to be killed. */
import { thisHolder } from '../../src/store/index.ts';

console.log(JSON.stringify(thisHolder('idle')));
process.stdin.resume();
