// What is used of html-to-text 10, which brings no declarations; those of @types describe 9.
declare module 'html-to-text' {
  interface Selector {
    readonly selector: string;
    readonly format?: string;
    readonly options?: {
      readonly ignoreHref?: boolean;
      readonly uppercase?: boolean;
      readonly trimEmptyLines?: boolean;
    };
  }

  interface Settings {
    readonly wordwrap?: number | false;
    readonly preserveNewlines?: boolean;
    readonly limits?: { readonly maxDepth?: number; readonly maxChildNodes?: number; readonly ellipsis?: string };
    readonly selectors?: readonly Selector[];
  }

  export function convert(html: string, settings?: Settings): string;
}
