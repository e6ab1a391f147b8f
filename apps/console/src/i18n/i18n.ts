import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import kitZh from '@pledge/ui/messages/zh.json';
import zh from './zh.json';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'pledge.language';
const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const remembered = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh');

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const [kit, words] = await Promise.all([import('@pledge/ui/messages/en.json'), import('./en.json')]);
  i18next.addResourceBundle(language, 'translation', { ...kit.default, ...words.default });
}

async function show(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = tags[language];
  document.title = i18next.t('product.title');
}

/**
 * Chinese first: its words are in the first file, the English ones are fetched when asked for; where they cannot be had
 * the screen begins in Chinese rather than not at all.
 */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: { ...kitZh, ...zh } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const wanted = remembered();
  const language = await load(wanted).then(
    () => wanted,
    () => 'zh' as const,
  );
  await show(language);
}

/** Changes the language of the screen and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await show(language);
  localStorage.setItem(storageKey, language);
}
