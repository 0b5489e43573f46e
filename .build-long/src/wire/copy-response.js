import { MessageWriter } from './message-writer.js';
// CopyInResponse 'G', CopyOutResponse 'H', CopyBothResponse 'W' (B)
//   uint8    overall format
//   uint16   number of columns, int16 format each
export function decodeCopyResponse(reader) {
    const format = reader.uint8();
    const count = reader.count(2);
    const columnFormats = [];
    for (let i = 0; i < count; i++)
        columnFormats.push(reader.int16());
    reader.end();
    return { format, columnFormats };
}
export function encodeCopyResponse(code, response) {
    const writer = new MessageWriter(code).uint8(response.format).uint16(response.columnFormats.length);
    for (const format of response.columnFormats)
        writer.int16(format);
    return writer.finish();
}
//# sourceMappingURL=copy-response.js.map