var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
// npm run proof -- main.3 [sql.1=5000 ...]: runs the proofs of these points and prints their figures. Without a name, all. A
// number behind a name is how much of it is run, where the proof can be cut.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
const folder = dirname(fileURLToPath(import.meta.url));
const known = readdirSync(folder)
    .map((file) => /^([a-z]+)-(\d+)\.js$/.exec(file))
    .filter((match) => match !== null)
    .map((match) => `${match[1]}.${match[2]}`)
    .sort();
const amounts = new Map(process.argv.slice(2).map((text) => text.split('=')));
const asked = [...amounts.keys()];
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
    process.stderr.write(`no proof is named ${unknown.join(', ')}; there are ${known.join(', ')}\n`);
    process.exit(2);
}
let failed = 0;
for (const name of asked.length === 0 ? known : asked) {
    const file = join(folder, `${name.replace('.', '-')}.js`);
    const { prove } = (await import(__rewriteRelativeImportExtension(pathToFileURL(file).href)));
    const started = performance.now();
    let holds = false;
    try {
        const amount = amounts.get(name);
        const options = amount === undefined ? undefined : { reduced: false, amount: Number(amount) };
        holds = await prove((line) => process.stdout.write(`  ${line}\n`), options);
    }
    catch (error) {
        process.stdout.write(`  ${error.stack}\n`);
    }
    if (!holds)
        failed += 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${name} ${holds ? 'PASS' : 'FAIL'} (${seconds} s)\n`);
}
process.exit(failed === 0 ? 0 : 1);
//# sourceMappingURL=run.js.map