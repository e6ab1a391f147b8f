import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from './time/use-format.js';

/** Words and times in the language of the screen. */
export interface Say extends ReturnType<typeof useFormat> {
  readonly t: TFunction;
}

/** For what is written outside of a component, such as the cells of a list. */
export function useSay(): Say {
  const { t } = useTranslation();
  return { t, ...useFormat() };
}
