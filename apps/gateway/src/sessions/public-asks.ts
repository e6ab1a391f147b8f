const publicPath = /^\/api\/intake\/(labels|progress)\/([^/?#]+)/u;

function readable(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return url;
  }
}

/** Whether somebody who is not signed in asks with a token that could be guessed at. */
export const isPublicAsk = (url: string): boolean => publicPath.test(readable(url));

/** The label that is asked about; undefined where none is. */
export function labelAsked(url: string): string | undefined {
  const [, kind, token] = publicPath.exec(readable(url)) ?? [];
  return kind === 'labels' ? token : undefined;
}
