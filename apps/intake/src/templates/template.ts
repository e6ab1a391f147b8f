import type { RequestKind } from '@pledge/contracts';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { Variable } from './variables.js';
import { isVariable, variablesIn } from './variables.js';

/** A text for answers, in both languages. */
export interface Wording {
  readonly name: string;
  readonly kinds: readonly RequestKind[];
  readonly text: { readonly zh: string; readonly en: string };
}

export type Template =
  | { readonly status: 'absent' }
  | { readonly status: 'written'; readonly wording: Wording }
  | { readonly status: 'deleted'; readonly wording: Wording };

export type TemplateCommand = { readonly type: 'write'; readonly wording: Wording } | { readonly type: 'delete' };

export type TemplateEvent =
  | { readonly type: 'template-written'; readonly data: { readonly wording: Wording } }
  | { readonly type: 'template-deleted'; readonly data: Record<never, never> };

/** Texts for answers: what no request can fill in, or only one language says, is refused when it is written. */
export const template: Decider<TemplateCommand, Template, TemplateEvent> = {
  initial: { status: 'absent' },

  decide(command, state) {
    switch (command.type) {
      case 'write': {
        const { name, kinds, text } = command.wording;
        const zh = known(text.zh, '/text/zh');
        const en = known(text.en, '/text/en');
        const lacking = { zh: [...en].filter((one) => !zh.has(one)), en: [...zh].filter((one) => !en.has(one)) };
        if (lacking.zh.length > 0) throw new Refusal('variables-differ', { variables: lacking.zh }, '/text/zh');
        if (lacking.en.length > 0) throw new Refusal('variables-differ', { variables: lacking.en }, '/text/en');
        return [{ type: 'template-written', data: { wording: { name, kinds: [...new Set(kinds)], text } } }];
      }
      case 'delete':
        return state.status === 'written' ? [{ type: 'template-deleted', data: {} }] : [];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'template-written':
        return { status: 'written', wording: event.data.wording };
      case 'template-deleted':
        return state.status === 'written' ? { status: 'deleted', wording: state.wording } : state;
    }
  },
};

function known(text: string, pointer: string): ReadonlySet<Variable> {
  const { found, broken } = variablesIn(text);
  const unknown = [...found.filter((one) => !isVariable(one)), ...broken];
  if (unknown.length > 0) throw new Refusal('unknown-variable', { variables: unknown }, pointer);
  return new Set(found.filter(isVariable));
}
