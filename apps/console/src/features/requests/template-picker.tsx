import type { Request } from '@pledge/contracts/http';
import { fillTemplate, listTemplates } from '@pledge/contracts/http';
import { CommandNotice, useApiQuery } from '@pledge/ui';
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { useMay } from '../../session/session.js';

interface TemplatePickerProps {
  readonly request: Pick<Request, 'id' | 'kind' | 'language'>;
  readonly onFilled: (text: string) => void;
}

/** A prepared text, filled with what the request says, in the user's language; what is left blank is named. */
export function TemplatePicker({ request, onFilled }: TemplatePickerProps) {
  const { t } = useTranslation();
  const may = useMay();
  const allowed = may(fillTemplate);
  const templates = useApiQuery(null, listTemplates, { query: { kind: request.kind } }, { enabled: allowed });
  const filling = useMutation({
    mutationFn: (templateId: string) =>
      send(fillTemplate, { params: { templateId }, query: { requestId: request.id, language: request.language } }),
    onSuccess: ({ text }) => onFilled(text),
  });
  const items = templates.data?.items ?? [];
  if (!allowed || items.length === 0) return null;
  const empty = filling.data?.empty ?? [];
  return (
    <div className="template-picker">
      <Select
        size="small"
        value={null}
        aria-label={t('conversation.template')}
        placeholder={t('conversation.template')}
        loading={filling.isPending}
        onChange={(templateId: string | null) => {
          if (templateId !== null) filling.mutate(templateId);
        }}
        options={items.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {empty.length > 0 && (
        <p className="quiet" role="status">
          {t('conversation.template-empty', { names: empty.join(t('punctuation.comma')) })}
        </p>
      )}
      <CommandNotice error={filling.error} />
    </div>
  );
}
