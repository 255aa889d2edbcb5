// Replays recordings in wasm Python: node replay.mjs FILES.json, where FILES.json is
// {"files": {path: text}, "packed": base64, "recordings": {name: text}}. Prints {"python", "digests": {name: digest}}.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { loadPyodide } = await import(pathToFileURL(require.resolve("pyodide/pyodide.mjs")));
const held = JSON.parse(readFileSync(process.argv[2], "utf8"));
const python = await loadPyodide();
for (const [path, text] of Object.entries(held.files)) {
  python.FS.mkdirTree("/game_files/" + path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile("/game_files/" + path, text);
}
python.FS.writeFile("/game_files/content.bin", Buffer.from(held.packed, "base64"));
python.globals.set("recordings", python.toPy(held.recordings));
console.log(python.runPython(`
import json, sys
sys.path.insert(0, "/game_files")
from game.content.packed import unpack
from game.content.recordings import decode, play
from game.sim.world import Lore

content = unpack(open("/game_files/content.bin", "rb").read())
lore = Lore(content.book, content.rooms, content.hash)
json.dumps({"python": sys.version.split()[0],
            "digests": {name: play(decode(text), lore)[0] for name, text in recordings.items()}})
`));
