/** An answer that is an error of the KMS: `type` is the exception's name, as in AWS JSON 1.1. */
export class KmsError extends Error {
  readonly type: string
  readonly status: number

  constructor(type: string, message = type, status = 400) {
    super(message)
    this.type = type
    this.status = status
  }
}
