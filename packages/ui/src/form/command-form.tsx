import { Problem } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import { Alert, App, Button, Form } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnanswered } from '../api/unanswered.js';
import { useCommand } from '../api/use-command.js';
import type { Flaw } from '../fields/flaws.js';
import { flawsOfIssues, flawsOfProblem } from '../fields/flaws.js';
import { commandKeys } from '../fields/labels.js';
import { fieldsOf } from '../fields/schema.js';
import type { Step } from '../record/step.js';
import { inputFor } from '../record/step.js';
import { CommandNotice } from './command-notice.js';
import { CommandField } from './command-field.js';
import { focusField } from './focus-field.js';
import { useChanges } from './use-changes.js';
import type { Values } from './values.js';
import { givenValues, startingValues } from './values.js';

interface CommandFormProps<Row extends object> {
  readonly step: Step<Row>;
  readonly record: Row;
  readonly params: Readonly<Record<string, string>>;
  /** The version of the record on the screen; null where the command does not look at it. */
  readonly version: number | null;
  readonly onDone?: (reply: unknown) => void;
  /** True from the moment somebody is in the form or has typed in it, until it is done or left. */
  readonly onHeld?: (held: boolean) => void;
  readonly onCancel?: (() => void) | undefined;
}

const isBodyless = (route: RouteContract) => Object.keys(fieldsOf(route)).length === 0;

/**
 * The form of one command, from its route's schema: widgets, limits, words, and what is wrong at its field. It sends what the
 * schema parsed. What was typed stays when somebody else changes the record; what was not touched follows the record.
 */
export function CommandForm<Row extends object>(props: CommandFormProps<Row>) {
  const { step, record, params, version, onDone, onHeld, onCancel } = props;
  const { t, i18n } = useTranslation();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<Record<string, unknown>>();
  const root = useRef<HTMLDivElement>(null);
  const asking = useRef(false);
  const words = step.words(record);
  const fields = useMemo(
    () =>
      fieldsOf(step.route, step.hidden).filter(
        // What has no widget and may be left out is left out.
        ({ name, kind, required }) => required || kind.type !== 'own' || name in step.widgets,
      ),
    [step],
  );
  const [seen, setSeen] = useState(record);
  const [placed, setPlaced] = useState(false);
  const [typed, setTyped] = useState(false);
  const changes = useChanges(record);
  const start = useMemo(() => startingValues(step.route, fields, step.initial(record), record), [step, fields, record]);

  const show = (flaws: readonly Flaw[]) => {
    const textOf = (flaw: Flaw) => ('said' in flaw ? flaw.said : t([...flaw.words], flaw.values ?? {}));
    const errorsOf = (name: string) => flaws.filter(({ field }) => field === name).map(textOf);
    form.setFields(fields.map(({ name }) => ({ name, errors: errorsOf(name) })));
    const first = fields.find(({ name }) => flaws.some(({ field }) => field === name));
    if (first) focusField(root.current, first.name);
  };

  const command = useCommand(step.route, {
    onDone: (reply) => {
      setTyped(false);
      changes.clear();
      form.resetFields();
      onHeld?.(false);
      // One at a time: on a phone a second one would cover the record.
      void message.success({
        key: 'done',
        content: <span role="status">{t([...commandKeys(words, 'done')])}</span>,
      });
      onDone?.(reply);
    },
  });
  const unanswered = isUnanswered(command.error);

  useEffect(() => {
    // The record may have changed by what had no answer: what is sent once more must be what was sent at first.
    if (unanswered) return;
    const untouched = fields.filter(({ name }) => !form.isFieldTouched(name));
    form.setFields(untouched.map(({ name }) => ({ name, value: start[name], touched: false })));
  }, [form, fields, start, unanswered]);

  const send = (body: unknown) => {
    if (!unanswered) setSeen(record);
    setPlaced(false);
    const variables = {
      input: inputFor(params, isBodyless(step.route) ? undefined : body),
      ...(version !== null && { ifMatch: version }),
    };
    command.mutate(variables, {
      onError: (error) => {
        if (!(error instanceof Problem)) return;
        const refusedAt = step.at[error.code];
        const flaws =
          refusedAt === undefined ? flawsOfProblem(error.errors) : [{ field: refusedAt, said: error.detail }];
        const known = flaws.filter(({ field }) => fields.some(({ name }) => name === field));
        if (known.length === 0) return;
        setPlaced(known.length === flaws.length);
        show(known);
      },
    });
  };

  const submit = () => {
    if (command.isPending) return;
    const given = givenValues(fields, form.getFieldsValue(true) as Values);
    const parsed = step.route.body.safeParse(given);
    if (!parsed.success && fields.length > 0) {
      show(flawsOfIssues(parsed.error.issues, given));
      return;
    }
    if (!step.confirm || unanswered) {
      send(parsed.data);
      return;
    }
    asking.current = true;
    modal.confirm({
      afterClose: () => {
        asking.current = false;
      },
      title: t([...commandKeys(words, 'do')]),
      content: t([...commandKeys(words, 'sure')]),
      okText: t([...commandKeys(words, 'do')]),
      cancelText: t('form.cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => send(parsed.data),
    });
  };

  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.submit();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const busy = typed || unanswered || command.isPending || asking.current;
    if (!busy && !currentTarget.contains(relatedTarget)) {
      onHeld?.(false);
      changes.clear();
    }
  };
  const enter = () => {
    onHeld?.(true);
    changes.begin();
  };

  const Above = step.above;
  return (
    <div ref={root} className="k-form" onKeyDown={sendByKey} onFocus={enter} onBlur={leave}>
      <Form
        form={form}
        name={step.route.name}
        layout="vertical"
        initialValues={start}
        onFinish={submit}
        onValuesChange={(changed: Values) => {
          setTyped(true);
          form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })));
        }}
      >
        {i18n.exists(`command.${words}.hint`) && <p className="k-hint">{t(`command.${words}.hint`)}</p>}
        {Above && <Above record={record} />}
        <div className="k-fields">
          {fields.map((field) => (
            <CommandField key={field.name} field={field} step={step} words={words} record={record} />
          ))}
        </div>
        {!command.error && changes.names.length > 0 && (
          <Alert
            className="notice"
            role="status"
            type="info"
            showIcon
            title={t('problem.changed', { fields: changes.names.join(t('punctuation.comma')) })}
          />
        )}
        {!placed && <CommandNotice error={command.error} seen={seen} now={record} />}
        <div className="k-form-actions">
          <Button type="primary" htmlType="submit" loading={command.isPending}>
            {t([...commandKeys(words, 'do')])}
          </Button>
          {onCancel && (
            <Button type="text" onClick={onCancel}>
              {t('form.cancel')}
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}
