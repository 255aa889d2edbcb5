// Plays a story in inkjs for `bench --vs-ink`: an order is a line of JSON, and so is the answer to it.
// Only the time inside inkjs counts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.cwd() + "/");
const { Compiler, Story } = require("inkjs/full");
let compiled = "";
let story = null;
let steps = 0;

function timed(work) {
  const before = performance.now();
  const answer = work();
  return { ms: performance.now() - before, ...answer };
}

// All lines up to the next question; the last of them.
function tell() {
  let last = "";
  while (story.canContinue) {
    last = story.Continue();
    steps += 1;
  }
  return last;
}

const orders = {
  compile: ({ file }) => timed(() => {
    compiled = new Compiler(readFileSync(file, "utf8")).Compile().ToJson();
    return { bytes: Buffer.byteLength(compiled) };
  }),
  load: () => timed(() => {
    story = new Story(compiled);
    return {};
  }),
  // The picks are those of _long_story.py: the same numbers, by the same rule.
  play: ({ choices }) => timed(() => {
    steps = 0;
    let last = tell();
    let dice = 1;
    for (let made = 0; made < choices; made += 1) {
      dice = (Math.imul(dice, 1103515245) + 12345) & 0x7fffffff;
      story.ChooseChoiceIndex((dice >>> 16) % story.currentChoices.length);
      steps += 1;
      last = tell();
    }
    return { steps, purse: story.variablesState["won"], line: last.trim() };
  }),
  save: () => timed(() => ({ bytes: Buffer.byteLength(story.state.toJson()) })),
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  process.stdout.write(JSON.stringify(orders[order.do](order)) + "\n");
}
