import { Input, Select } from 'antd';

interface SearchFilterProps {
  readonly value: string;
  readonly label: string;
  readonly onChange: (typed: string) => void;
}

/** The field in which a list is searched; its label stands in it while it is empty. */
export const SearchFilter = ({ value, label, onChange }: SearchFilterProps) => (
  <Input.Search
    allowClear
    value={value}
    onChange={({ target }) => onChange(target.value)}
    placeholder={label}
    aria-label={label}
  />
);

interface ChoiceFilterProps<Value extends string> {
  readonly value: Value | undefined;
  readonly label: string;
  /** What is shown where nothing is chosen. */
  readonly every: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

/** One of a few, or all of them. */
export const ChoiceFilter = <Value extends string>({
  value,
  label,
  every,
  options,
  onChange,
}: ChoiceFilterProps<Value>) => (
  <Select
    allowClear
    value={value ?? null}
    onChange={(chosen: Value | null | undefined) => onChange(chosen ?? null)}
    placeholder={every}
    aria-label={label}
    options={[...options]}
  />
);
