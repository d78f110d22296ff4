// Tells what Chromium 80 would not read in scripts: their syntax, or with --names what they ask of
// the browser. Prints a JSON list; empty is well.
import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { Linter } from "eslint";
import compat from "eslint-plugin-compat";

const asked = process.argv.slice(2);
const names = asked[0] === "--names";
const files = names ? asked.slice(1) : asked;
const found = [];

for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (names) {
    const rules = new Linter().verify(text, {
      plugins: { compat },
      rules: { "compat/compat": "error" },
      languageOptions: { ecmaVersion: 2019, sourceType: "script" },
      settings: { browsers: ["chrome 80"], lintAllEsApis: true },
    }, "one.js");
    for (const { line, message } of rules) found.push(`${file}:${line} ${message}`);
  } else {
    try {
      // Ours keep to 2019; htmx needs the 2020 that Chromium 80 reads too.
      parse(text, { ecmaVersion: file.endsWith("htmx.js") ? 2020 : 2019, sourceType: "script" });
    } catch (fault) {
      found.push(`${file} ${fault.message}`);
    }
  }
}
process.stdout.write(JSON.stringify(found));
