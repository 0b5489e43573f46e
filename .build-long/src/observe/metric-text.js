// Metrics as data, added up over processes, and in Prometheus's text format 0.0.4.
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';
/** Families of several processes as those of one: samples of one name with the same labels are added up. */
export function addUp(processes) {
    const families = new Map();
    for (const family of processes.flat()) {
        let entry = families.get(family.name);
        if (entry === undefined)
            families.set(family.name, (entry = { family, samples: new Map() }));
        for (const sample of family.samples) {
            const name = sampleName(family, sample);
            const known = entry.samples.get(name);
            entry.samples.set(name, known === undefined ? sample : { ...sample, value: known.value + sample.value });
        }
    }
    return [...families.values()].map(({ family, samples }) => ({ ...family, samples: [...samples.values()] }));
}
export function metricsText(families) {
    const lines = [];
    for (const family of families) {
        lines.push(`# HELP ${family.name} ${family.help}`, `# TYPE ${family.name} ${family.type}`);
        for (const sample of family.samples)
            lines.push(`${sampleName(family, sample)} ${sample.value}`);
    }
    return `${lines.join('\n')}\n`;
}
function sampleName(family, { suffix = '', labels }) {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
    return `${family.name}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`;
}
function escaped(value) {
    return value.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}
//# sourceMappingURL=metric-text.js.map