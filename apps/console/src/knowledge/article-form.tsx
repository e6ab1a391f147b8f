import type { Article, ArticleBody } from '@pledge/contracts/http';
import { CommandNotice } from '@pledge/ui';
import { serverNow } from '@pledge/ui/time';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../ui/vocabulary.js';

interface ArticleFormProps {
  readonly initial?: Partial<ArticleBody>;
  readonly error: Error | null;
  readonly seen?: Article;
  readonly now?: Article;
  readonly busy: boolean;
  readonly submitWord: string;
  readonly onSubmit: (body: ArticleBody) => void;
}

const inAYear = () => new Date(serverNow() + 365 * 86_400_000).toISOString().slice(0, 10);

/** An article as its author writes it: both languages side by side. */
export function ArticleForm({ initial = {}, error, seen, now, busy, submitWord, onSubmit }: ArticleFormProps) {
  const { t } = useTranslation();
  const categories = useOptions('category');
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  const { title, body, category, keywords = [], appliesTo = [], source, reviewBy = inAYear() } = initial;
  return (
    <>
      <CommandNotice error={error} seen={seen ?? null} now={now ?? null} />
      <Form<ArticleBody>
        layout="vertical"
        scrollToFirstError
        initialValues={{ title, body, category, keywords, appliesTo, source, reviewBy }}
        onFinish={onSubmit}
      >
        <div className="article-languages">
          <div lang="zh-CN">
            <Form.Item name={['title', 'zh']} label={t('knowledge.title-zh')} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={['body', 'zh']} label={t('knowledge.body-zh')} rules={required}>
              <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={20_000} />
            </Form.Item>
          </div>
          <div lang="en">
            <Form.Item name={['title', 'en']} label={t('knowledge.title-en')} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={['body', 'en']} label={t('knowledge.body-en')} rules={required}>
              <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={20_000} />
            </Form.Item>
          </div>
        </div>
        <Form.Item
          name="category"
          label={t('field.category')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Select options={categories} />
        </Form.Item>
        <Form.Item name="keywords" label={t('knowledge.keywords')} extra={t('knowledge.keywords-hint')}>
          <Select mode="tags" maxCount={30} open={false} suffix={null} tokenSeparators={[',', '，', ';', '；']} />
        </Form.Item>
        <Form.Item name="appliesTo" label={t('knowledge.applies-to')}>
          <Select mode="tags" maxCount={30} open={false} suffix={null} tokenSeparators={[',', '，', ';', '；']} />
        </Form.Item>
        <Form.Item name="source" label={t('knowledge.source')} extra={t('knowledge.source-hint')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="reviewBy" label={t('knowledge.review-by')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {submitWord}
        </Button>
      </Form>
    </>
  );
}
