export type Language = 'zh' | 'en';

/** The first of our languages a header `Accept-Language` asks for, by weight and then by place. */
export function languageOf(header: string | undefined, otherwise: Language = 'zh'): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/u.exec(parameter)?.[1])
        .find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'zh' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (asked[0]?.language as Language | undefined) ?? otherwise;
}
