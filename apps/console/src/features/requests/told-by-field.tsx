import { serverNow } from '@pledge/ui/time';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { aheadOf, quickTimes, wallAt } from './told-times.js';

interface ToldByFieldProps {
  readonly label: string;
  readonly onPick: (wall: string) => void;
}

/** A time that lies ahead, typed or picked with one press. */
export function ToldByField({ label, onPick }: ToldByFieldProps) {
  const { t } = useTranslation();
  const ahead = (_rule: unknown, wall: string | undefined) =>
    aheadOf(wall, serverNow()) === null ? Promise.reject(new Error(t('conversation.told-ahead'))) : Promise.resolve();
  return (
    <>
      <Form.Item name="toldBy" label={label} required rules={[{ validator: ahead }]} className="told-by">
        <Input type="datetime-local" />
      </Form.Item>
      <p className="told-quick">
        {quickTimes.map((quick) => (
          <Button key={quick} size="small" onClick={() => onPick(wallAt(quick, serverNow()))}>
            {t(`told-quick.${quick}`)}
          </Button>
        ))}
      </p>
    </>
  );
}
