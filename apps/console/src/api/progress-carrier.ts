import type { Carrier } from '@pledge/client';

/** Carries a call and tells which part of it has gone out, which `fetch` cannot. */
export const progressCarrier =
  (onShare: (share: number) => void): Carrier =>
  (url, { method = 'POST', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.responseType = 'blob';
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
      request.onload = () =>
        resolve(
          new Response(request.response as Blob, {
            status: request.status,
            headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
          }),
        );
      request.onerror = () => reject(new TypeError('no answer'));
      request.onabort = () => reject(new DOMException('the call was given up', 'AbortError'));
      signal?.addEventListener('abort', () => request.abort());
      request.send((body ?? null) as XMLHttpRequestBodyInit | null);
    });
