import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// Query (F) 'Q'   PROTOCOL-MESSAGE-FORMATS-QUERY
//   string   query; it ends the body, so that nothing hides behind the NUL
export function decodeQuery(body) {
    const reader = new BodyReader(body, 'Query');
    const query = reader.cstring();
    reader.end();
    return { type: 'Query', query };
}
export function encodeQuery(message) {
    return new MessageWriter(frontend.query, message.query.length + 1).cstring(message.query).finish();
}
//# sourceMappingURL=query.js.map