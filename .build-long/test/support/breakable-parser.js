// Loaded into a proxy by `node --import`: SIGUSR2 breaks its parser, and a second one mends it. Every instance fails as one
// whose memory is damaged does, fresh ones too.
import Module from 'node:module';
let broken = false;
process.on('SIGUSR2', () => {
    broken = !broken;
});
const loader = Module;
const load = loader._load;
loader._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    if (!request.startsWith('libpg-query/wasm/') || typeof loaded !== 'function')
        return loaded;
    return async (options) => {
        const parser = (await loaded(options));
        const parse = parser._wasm_parse_query_raw;
        parser._wasm_parse_query_raw = (text) => {
            if (broken)
                throw new RangeError('memory access out of bounds');
            return parse(text);
        };
        return parser;
    };
};
//# sourceMappingURL=breakable-parser.js.map