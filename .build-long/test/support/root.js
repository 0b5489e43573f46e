import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
/** The folder of package.json, from the sources as well as from any folder of built files. */
export const repoRoot = findRoot(dirname(fileURLToPath(import.meta.url)));
function findRoot(folder) {
    if (existsSync(join(folder, 'package.json')))
        return folder;
    const above = dirname(folder);
    if (above === folder)
        throw new Error('no package.json above the tests');
    return findRoot(above);
}
/** The folder that the compiler wrote to: `dist` in a normal build. */
export const buildRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
//# sourceMappingURL=root.js.map