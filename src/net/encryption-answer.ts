const no = Buffer.from('N')

/**
 * The one byte that answers SSLRequest and GSSENCRequest (pitfalls A2, A6). Neither is served: the listener is for loopback
 * and trusted networks, and the client goes on in the clear or leaves, as its sslmode says.
 */
export function encryptionAnswer(_request: 'ssl' | 'gss'): Buffer {
  return no
}
