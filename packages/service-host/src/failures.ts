/** There is no such record, or none the caller may know of: both get the same answer. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor() {
    super('not-found');
  }
}

/** The route is for people who signed in. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
  constructor() {
    super('not-signed-in');
  }
}

/** A machine's message is not signed by who it says it is, or was signed too long ago. */
export class InvalidSignature extends Error {
  override readonly name = 'InvalidSignature';
  constructor(readonly code: 'signature-wrong' | 'signature-too-old') {
    super(code);
  }
}

/** What is wrong with one field; `pointer` into the body, or the name of a parameter or header. */
export interface FieldFault {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly detail: string;
  readonly code: string;
}

/** What was sent does not parse. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  constructor(readonly errors: readonly FieldFault[]) {
    super('malformed');
  }
}

/** What is answered with a status of HTTP and no more. */
export const withStatus = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });
