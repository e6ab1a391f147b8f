export interface ShownEvent {
  readonly type: string;
  readonly speaker: string;
  readonly summary: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly hearers: readonly string[];
}

const style = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2328; background: #fff; }
  code, pre { font-family: ui-monospace, monospace; font-size: 13px; }
  pre { overflow: auto; background: #f6f8fa; padding: .75rem; border-radius: 6px; }
  section { border-top: 1px solid #d0d7de; padding: .75rem 0; }
  h2 { margin-top: 2.5rem; } h3 { margin: 0; font-size: 1rem; } p { margin: .25rem 0; }
  a:focus-visible, summary:focus-visible { outline: 2px solid #0969da; }`;

/** The events as a page to read. */
export function eventsPage(events: readonly ShownEvent[]): string {
  const speakers = [...new Set(events.map(({ speaker }) => speaker))];
  const links = speakers.map((speaker) => `<a href="#${escaped(speaker)}">${escaped(speaker)}</a>`).join(' · ');
  const chapters = speakers.map(
    (speaker) =>
      `<h2 id="${escaped(speaker)}">${escaped(speaker)}</h2>` +
      events
        .filter((event) => event.speaker === speaker)
        .map(shown)
        .join(''),
  );
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Pledge: events</title><style>${style}</style></head><body><main><h1>Events</h1>` +
    `<p>What the departments tell each other. <a href="/api/docs/asyncapi.json">AsyncAPI 3</a> · <a href="/api/docs">HTTP API</a></p>` +
    `<nav>${links}</nav>${chapters.join('')}</main></body></html>`
  );
}

const shown = ({ type, summary, payload, hearers }: ShownEvent): string =>
  `<section id="${escaped(type)}"><h3><code>${escaped(type)}</code></h3><p>${escaped(summary)}</p>` +
  `<p>Received by: ${hearers.length > 0 ? escaped(hearers.join(', ')) : 'live updates only'}</p>` +
  `<details><summary>Data</summary><pre>${escaped(JSON.stringify(payload, null, 2))}</pre></details></section>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
