import type { RequestKind } from '@pledge/contracts';
import { demoId } from './ids.js';

/** A text for answers, as the hotline's supervisor wrote it. */
export interface DemoAnswerTemplate {
  readonly templateId: string;
  readonly name: string;
  readonly kinds: readonly RequestKind[];
  readonly text: { readonly zh: string; readonly en: string };
}

type Row = readonly [name: string, kinds: readonly RequestKind[], zh: string, en: string];

const rows: readonly Row[] = [
  [
    '已受理，安排工程师',
    ['fault'],
    '{{reporter}}您好，您反映的{{site}}{{equipment}}故障已受理，单号 {{number}}。我们承诺于 {{dueAt.arrive}} 前到达现场，{{dueAt.resolve}} 前恢复使用。工程师出发前会再与您联系。{{agent}}',
    'Dear {{reporter}}, we have taken up the fault of {{equipment}} at {{site}} as {{number}}. An engineer will be with you by {{dueAt.arrive}}, and it will work again by {{dueAt.resolve}}. You will be called before they leave. {{agent}}',
  ],
  [
    '先远程指导',
    ['fault', 'how-to'],
    '{{reporter}}您好，关于 {{number}}：请先确认{{equipment}}电源指示灯是否常亮、网线是否插好，再断电 30 秒后重新上电。如仍未恢复，请直接回复，我们即安排工程师上门。{{agent}}',
    'Dear {{reporter}}, about {{number}}: please see whether the power light of {{equipment}} is on and its network cable is in, then switch it off for 30 seconds and on again. If that does not help, just answer and we send an engineer. {{agent}}',
  ],
  [
    '消防报警：安全提示',
    ['fault'],
    '{{reporter}}您好，{{number}} 已按消防故障优先处理。修复前请安排人员对{{location}}加强巡查，切勿自行屏蔽或断开报警主机。我们承诺于 {{dueAt.arrive}} 前到达。{{agent}}',
    'Dear {{reporter}}, {{number}} goes first because it is about fire alarm. Until it is repaired please have {{location}} patrolled, and do not mute or disconnect the panel. We will be with you by {{dueAt.arrive}}. {{agent}}',
  ],
  [
    '请补充故障信息',
    ['fault'],
    '{{reporter}}您好，为尽快处理 {{number}}，请告知：故障发生的时间、具体位置、影响范围、是否已采取措施；方便时请附一张现场照片。{{agent}}',
    'Dear {{reporter}}, to deal with {{number}} quickly, please tell us when the fault occurred, where exactly, what it affects and what was done already; a photograph would help. {{agent}}',
  ],
  [
    '重复报修，已并入',
    ['fault'],
    '{{reporter}}您好，您反映的{{site}}故障此前已有人报修，正在由{{department}}处理，您的来电已一并登记为 {{number}}，处理结果将同时告知您。{{agent}}',
    'Dear {{reporter}}, the fault at {{site}} had been reported before and is being dealt with by {{department}}. Your call is on record as {{number}}, and you will hear the outcome too. {{agent}}',
  ],
  [
    '需更换备件',
    ['fault'],
    '{{reporter}}您好，经诊断 {{number}} 的{{equipment}}（{{model}}，序列号 {{serialNumber}}）需要更换备件，我们将先以备用设备恢复使用，原设备返厂维修后归还。{{agent}}',
    'Dear {{reporter}}, {{equipment}} ({{model}}, serial number {{serialNumber}}) of {{number}} needs a part replaced. We put a spare in first, so that you can work; your own device comes back after repair at the factory. {{agent}}',
  ],
  [
    '进度查询答复',
    ['status'],
    '{{reporter}}您好，{{number}} 目前由{{department}}处理，{{dueAt.resolve}} 前完成。有新的进展我们会第一时间告知您。{{agent}}',
    'Dear {{reporter}}, {{number}} is with {{department}} and will be done by {{dueAt.resolve}}. You will hear from us as soon as there is news. {{agent}}',
  ],
  [
    '咨询：已转技术部门',
    ['consultation', 'how-to', 'performance'],
    '{{reporter}}您好，您咨询的问题（{{number}}）需要技术部门核实，我们将于 {{dueAt.answer-question}} 前给您明确答复。{{agent}}',
    'Dear {{reporter}}, your question ({{number}}) has to be looked into by our technical department. You will have a clear answer by {{dueAt.answer-question}}. {{agent}}',
  ],
  [
    '咨询：操作说明',
    ['consultation', 'how-to'],
    '{{reporter}}您好，{{equipment}}（{{model}}）的操作步骤如下：\n1. \n2. \n3. \n如仍有疑问，请致电服务热线并报单号 {{number}}。{{agent}}',
    'Dear {{reporter}}, this is how {{equipment}} ({{model}}) is used:\n1. \n2. \n3. \nIf anything is unclear, call the hotline and give the number {{number}}. {{agent}}',
  ],
  [
    '投诉：致歉并受理',
    ['complaint'],
    '{{reporter}}您好，给您带来不便，我们深表歉意。您的投诉已登记为 {{number}}，由专人核实，{{dueAt.settle-complaint}} 前书面答复您。{{agent}}',
    'Dear {{reporter}}, we are sorry for the trouble you had. Your complaint is on record as {{number}}; a named person looks into it, and you will have our answer in writing by {{dueAt.settle-complaint}}. {{agent}}',
  ],
  [
    '建议：感谢并转交',
    ['suggestion'],
    '{{reporter}}您好，感谢您的宝贵建议（{{number}}），我们已转交相关部门研究，{{dueAt.reply-suggestion}} 前告知您处理意见。{{agent}}',
    'Dear {{reporter}}, thank you for your suggestion ({{number}}). The department concerned is looking at it, and you will hear what they make of it by {{dueAt.reply-suggestion}}. {{agent}}',
  ],
  [
    '软件升级预约',
    ['upgrade'],
    '{{reporter}}您好，{{site}}{{equipment}}的软件升级申请（{{number}}）已受理。升级期间系统约中断 30 分钟，请告知方便的时间段。{{agent}}',
    'Dear {{reporter}}, we have your request to upgrade the software of {{equipment}} at {{site}} ({{number}}). The system will be down for about 30 minutes; please tell us what time suits you. {{agent}}',
  ],
  [
    '未接来电回拨',
    [],
    '{{reporter}}您好，我们于 {{receivedAt}} 错过了您的来电，非常抱歉。请问有什么可以帮您？您的单号是 {{number}}。{{agent}}',
    'Dear {{reporter}}, we are sorry to have missed your call at {{receivedAt}}. How can we help? Your number is {{number}}. {{agent}}',
  ],
];

export const demoAnswerTemplates: readonly DemoAnswerTemplate[] = rows.map(([name, kinds, zh, en], index) => ({
  templateId: demoId('answer-template', index + 1),
  name,
  kinds,
  text: { zh, en },
}));
