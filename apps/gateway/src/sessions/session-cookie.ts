export interface SessionCookie {
  readonly name: '__Host-pledge' | 'pledge';
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly path: '/';
    readonly secure: boolean;
  };
}

/** Under TLS a cookie that no other host and no plain connection can set. */
export const sessionCookie = (secure: boolean): SessionCookie => ({
  name: secure ? '__Host-pledge' : 'pledge',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
});

export const isSecure = (always: boolean, forwardedProto: string | undefined): boolean =>
  always || forwardedProto?.split(',')[0]?.trim().toLowerCase() === 'https';

const wellFormed = /^[\w-]{43}$/u;

/** 32 bytes in base64url; anything else is not worth a question to the database. */
export const isSessionToken = (text: string | undefined): text is string => text !== undefined && wellFormed.test(text);
