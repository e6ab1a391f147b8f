import type { Question } from '@pledge/contracts/http';
import {
  acceptQuestion,
  answerQuestion,
  askedDepartment,
  decideKnowledge,
  declineQuestion,
  reassignQuestion,
} from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useUser } from '../../session/session.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { DecideForm } from './decide-form.js';

/** What the person who looks may do with a question now. */
export function QuestionSteps({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const may = useMay();
  const user = useUser();
  const [seen, setSeen] = useState(question);
  const accept = useCommand(acceptQuestion);
  const decline = useCommand(declineQuestion);
  const answer = useCommand(answerQuestion);
  const reassign = useCommand(reassignQuestion);
  const params = { questionId: question.id };
  const ifMatch = question.version;
  const { status } = question;
  const ours = user.department === question.department;
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <CommandNotice
        error={accept.error ?? decline.error ?? answer.error ?? reassign.error}
        seen={seen}
        now={question}
      />
      {status === 'referred' && ours && may(acceptQuestion) && (
        <div className="card-actions">
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => {
              setSeen(question);
              accept.mutate({ input: { params }, ifMatch });
            }}
          >
            {t('questions.accept')}
          </Button>
          {!question.ruled && (
            <ReasonForm
              word={t('questions.decline')}
              label={t('field.reason')}
              busy={decline.isPending}
              onSend={(reason) => {
                setSeen(question);
                decline.mutate({ input: { params, body: { reason } }, ifMatch });
              }}
            />
          )}
        </div>
      )}
      {(status === 'declined' || status === 'to-rule') && may(reassignQuestion) && (
        <Form<{ readonly department: (typeof askedDepartment.options)[number] }>
          layout="vertical"
          onFinish={(body) => {
            setSeen(question);
            reassign.mutate({ input: { params, body }, ifMatch });
          }}
        >
          <Form.Item name="department" label={t('questions.ask-instead')} rules={required}>
            <Select options={askedDepartment.options.map((value) => ({ value, label: t(`department.${value}`) }))} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reassign.isPending}>
            {t(status === 'to-rule' ? 'questions.rule' : 'questions.reassign')}
          </Button>
        </Form>
      )}
      {status === 'accepted' && question.acceptedBy?.personId === user.personId && may(answerQuestion) && (
        <Form<{ readonly answer: string }>
          layout="vertical"
          onFinish={(body) => {
            setSeen(question);
            answer.mutate({ input: { params, body }, ifMatch });
          }}
        >
          <Form.Item name="answer" label={t('field.answer')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={8000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={answer.isPending}>
            {t('questions.answer')}
          </Button>
        </Form>
      )}
      {status === 'answered' && may(decideKnowledge) && question.answeredBy?.personId !== user.personId && (
        <DecideForm question={question} />
      )}
    </>
  );
}
