import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKeys } from '../fields/labels.js';
import { CommandForm } from '../form/command-form.js';
import { useKit } from '../kit.js';
import type { Step } from './step.js';

interface NextStepsProps<Row extends object> {
  /** By the name under which the record says that it is possible; the first that may be done is open. */
  readonly steps: Readonly<Record<string, Step<Row>>>;
  readonly record: Row;
  readonly params: Readonly<Record<string, string>>;
  readonly version: number | null;
  readonly possible: readonly string[];
  /** Whose turn it is where nothing can be done here. */
  readonly waiting: string;
  readonly onReply?: (step: Step<Row>, reply: unknown) => void;
}

/** The one step to do now with its form, the others as small buttons at its title; else whose turn it is. */
export function NextSteps<Row extends object>(props: NextStepsProps<Row>) {
  const { steps, record, params, version, possible, waiting, onReply } = props;
  const { t } = useTranslation();
  const { may } = useKit();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const [done, setDone] = useState(0);

  const mine = Object.entries(steps).filter(([name, { route }]) => possible.includes(name) && may(route));
  const isMine = (name: string) => mine.some(([one]) => one === name);
  const first = mine.find(([, { later }]) => !later(record))?.[0];
  // Who is in a form, or has typed in it, keeps it, whatever the record has become meanwhile.
  const open = kept ?? (chosen !== null && isMine(chosen) ? chosen : first);
  const step = open === undefined ? undefined : steps[open];

  useEffect(() => {
    // After an own step only: a live update takes nobody's focus away.
    if (done > 0) heading.current?.focus();
  }, [done]);

  const choose = (name: string | null) => {
    setChosen(name);
    setKept(null);
    setDone((before) => before + 1);
  };
  const others = mine.filter(([name]) => name !== open);
  return (
    <section className={step ? 'panel k-next' : 'panel k-next k-waiting'} aria-labelledby={id}>
      <div className="k-next-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {step ? t([...commandKeys(step.words(record), 'title')]) : t('next.title')}
        </h2>
        {others.length > 0 && (
          <span className="k-next-others">
            {others.map(([name, other]) => (
              <Button key={name} size="small" onClick={() => choose(name)}>
                {t([...commandKeys(other.words(record), 'title')])}
              </Button>
            ))}
          </span>
        )}
      </div>
      {step && open !== undefined ? (
        <CommandForm
          key={open}
          step={step}
          record={record}
          params={params}
          version={version}
          onHeld={(held) => setKept(held ? open : null)}
          onCancel={step.later(record) || !isMine(open) ? () => choose(null) : undefined}
          onDone={(reply) => {
            choose(null);
            onReply?.(step, reply);
          }}
        />
      ) : (
        <p>{waiting}</p>
      )}
    </section>
  );
}
