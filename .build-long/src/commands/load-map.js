import { loadConfig } from '../config/load-config.js';
import { readMask } from '../types/mask.js';
/** As loadConfig, with masks held against the types of their columns. */
export function loadMap(file, options = {}) {
    return loadConfig(file, { allowInsecureTestKey: options.insecureTestKey ?? false, maskProblem });
}
/** The map's `type` is a logical type: parseColumnType gives no other. */
export const maskProblem = ({ name, typmod }, text, opens) => {
    const mask = readMask(text, { name: name, typmod }, opens);
    return 'problem' in mask ? mask.problem : undefined;
};
//# sourceMappingURL=load-map.js.map