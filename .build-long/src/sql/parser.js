// The only file that knows libpg_query (PostgreSQL 18's grammar compiled to WebAssembly).
//
// A WebAssembly instance that once threw anything but a plain syntax error may answer wrongly from then on (pitfalls D20,
// I9), so such an instance is dropped and a fresh one takes its place. The package's own entry keeps one instance for
// good; its factory is called here instead.
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PgsealError } from '../errors.js';
/** Longest statement text that is analysed, in bytes: 4 MiB parse in about 0.2 s. */
export const maxStatementBytes = 4 * 1024 * 1024;
/** Instances start with 128 MiB of address space. One that grew past that is replaced: WebAssembly memory never shrinks. */
const maxInstanceBytes = 128 * 1024 * 1024;
const spareInstances = 2;
/**
 * Parses a text of any number of statements; an empty or comment-only text has none. The text is only read.
 * Throws 42601 with the position and without the text, 54000 or 54001 where the text is too much, 22021 for bytes that
 * are not UTF-8 or hold NUL (A62).
 */
export function parseText(text) {
    checkBytes(text);
    if (text.length === 0)
        return [];
    return guarded((instance) => {
        const json = instance.parse(text);
        return JSON.parse(json).stmts ?? [];
    });
}
/** Tokens of a text that parses, comments left out. */
export function scanTokens(text) {
    checkBytes(text);
    if (text.length === 0)
        return [];
    const scanned = guarded((instance) => JSON.parse(instance.scan(text)));
    return (scanned.tokens ?? [])
        .filter((token) => token.tokenName !== 'SQL_COMMENT' && token.tokenName !== 'C_COMMENT')
        .map((token) => ({ start: token.start ?? 0, end: token.end, name: token.tokenName }));
}
/** 16 hexadecimal digits that are the same for texts that differ in constants, blanks and case alone. The text parses. */
export function fingerprintOf(text) {
    checkBytes(text);
    return guarded((instance) => instance.fingerprint(text));
}
/** How many instances were dropped since the start: for metrics. */
export function parserRestarts() {
    return restarts;
}
function checkBytes(text) {
    if (text.length > maxStatementBytes)
        throw new PgsealError('statementTooLarge', { limit: String(maxStatementBytes) });
    if (text.includes(0) || !isUtf8(text))
        throw new PgsealError('statementEncoding');
}
function guarded(use) {
    const instance = spares[0];
    if (instance === undefined) {
        throw new PgsealError('statementTooComplex', {}, { logDetail: 'no parser instance is ready' });
    }
    try {
        const result = use(instance);
        if (instance.bytes() > maxInstanceBytes)
            drop(instance);
        return result;
    }
    catch (error) {
        if (error instanceof PgsealError)
            throw error;
        drop(instance);
        throw new PgsealError('statementTooComplex', {}, { logDetail: `parser failed: ${error instanceof Error ? error.name : typeof error}` });
    }
}
class Instance {
    #module;
    constructor(module) {
        this.#module = module;
    }
    bytes() {
        return this.#module.HEAPU8.byteLength;
    }
    /** The tree as JSON. Throws PgsealError for a syntax error and anything at all for a failure of the parser. */
    parse(text) {
        const module = this.#module;
        const input = this.#write(text);
        let result = 0;
        try {
            result = module._wasm_parse_query_raw(input);
            if (result === 0)
                throw new Error('no result');
            // PgQueryParseResult: parse_tree, stderr_buffer, error; PgQueryError: message, funcname, filename, lineno, cursorpos
            const error = module.getValue(result + 8, 'i32');
            if (error !== 0) {
                const message = this.#read(module.getValue(error, 'i32'));
                throw syntaxError(message, module.getValue(error + 16, 'i32'));
            }
            return this.#read(module.getValue(result, 'i32'));
        }
        finally {
            module._free(input);
            if (result !== 0)
                module._wasm_free_parse_result(result);
        }
    }
    scan(text) {
        const module = this.#module;
        const input = this.#write(text);
        let result = 0;
        try {
            result = module._wasm_scan(input);
            const json = this.#read(result);
            if (!json.startsWith('{'))
                throw new Error('no tokens');
            return json;
        }
        finally {
            module._free(input);
            if (result !== 0)
                module._wasm_free_string(result);
        }
    }
    fingerprint(text) {
        const module = this.#module;
        const input = this.#write(text);
        let result = 0;
        try {
            result = module._wasm_fingerprint(input);
            const fingerprint = this.#read(result);
            if (!/^[0-9a-f]{1,16}$/.test(fingerprint))
                throw new Error('no fingerprint');
            return fingerprint;
        }
        finally {
            module._free(input);
            if (result !== 0)
                module._wasm_free_string(result);
        }
    }
    #write(text) {
        const pointer = this.#module._malloc(text.length + 1);
        if (pointer === 0)
            throw new Error('no memory');
        const heap = this.#module.HEAPU8;
        heap.set(text, pointer);
        heap[pointer + text.length] = 0;
        return pointer;
    }
    #read(pointer) {
        if (pointer === 0)
            throw new Error('null text');
        const heap = this.#module.HEAPU8;
        const end = heap.indexOf(0, pointer);
        return Buffer.from(heap.buffer, heap.byteOffset + pointer, end - pointer).toString('utf8');
    }
}
/** Words of the grammar itself; anything else might quote the statement (C20). */
function syntaxError(message, position) {
    if (/^(memory exhausted|stack depth)/.test(message))
        return new PgsealError('statementTooComplex');
    const known = /^(unterminated (quoted string|quoted identifier|bit string literal|dollar-quoted string|\/\* comment))/;
    const what = known.exec(message)?.[1] ?? (message.endsWith(' at end of input') ? 'syntax error at end of input' : 'syntax error');
    return new PgsealError('syntaxError', { what }, position > 0 ? { position } : {});
}
const load = createRequire(import.meta.url);
const factory = load('libpg-query/wasm/libpg-query.js');
const compiled = new WebAssembly.Module(readFileSync(load.resolve('libpg-query/wasm/libpg-query.wasm')));
let restarts = 0;
const spares = [];
for (let count = 0; count < spareInstances; count += 1)
    spares.push(await start());
async function start() {
    const module = await factory({
        instantiateWasm(imports, done) {
            done(new WebAssembly.Instance(compiled, imports));
            return {};
        },
        print() { },
        printErr() { },
    });
    return new Instance(module);
}
function drop(instance) {
    const index = spares.indexOf(instance);
    if (index < 0)
        return;
    spares.splice(index, 1);
    restarts += 1;
    void start().then((fresh) => spares.push(fresh));
}
//# sourceMappingURL=parser.js.map