import type { Category } from '@pledge/contracts';
import type { ArticleRow } from './row.js';

/** Systems of which the company keeps fewer. */
export const further: readonly (ArticleRow & { readonly category: Category })[] = [
  {
    category: 'data-centre',
    zh: {
      title: 'UPS 报电池故障或市电停电后立即关机',
      body: `原因：电池老化容量不足、连接松动、单只内阻过大、负载超出。
步骤：
1. 查看负载率，大于 80 % 应先减载，关键设备优先。
2. 记录电池组电压与每只电压，浮充时单只 12 V 电池约 13.5 V；某只低于其他 0.5 V 以上即落后电池。
3. 用内阻仪测量，超过初始值 1.5 倍应更换；使用 4–5 年宜整组更换，不新旧混用。
4. 戴绝缘手套紧固连接条，查看鼓包漏液与温度，环境以 20–25 ℃ 为宜，每升高 10 ℃ 寿命约减半。
5. 更换时转维修旁路，先确认旁路电源正常，并通知用户有掉电风险。
6. 充电 24 小时后做放电试验，后备时间应达设计值的 80 % 以上。`,
    },
    en: {
      title: 'UPS reports a battery fault or dies at once when the mains fail',
      body: `Cause: aged batteries, a loose link, one block with high resistance, or too much load.
Steps:
1. Load above 80 %: shed some first, the critical stays.
2. Voltage of the string and of each block: floating, a 12 V block has about 13.5 V; one 0.5 V below the others is weak.
3. Internal resistance 1.5 times the initial value: replace. After 4 to 5 years replace the whole string, never mix.
4. With insulating gloves tighten the links; swollen, leaking, warm? 20 to 25 °C is right; 10 °C more halves the life.
5. To replace go to maintenance bypass: see first that its supply is good, and warn the user.
6. Charge for 24 hours, then discharge: 80 % of the designed time or more.`,
    },
    keywords: ['UPS', '电池', '停电', '旁路', '放电试验', 'battery', 'bypass'],
    appliesTo: ['HYN-U120', 'HYN-U40'],
    source: 'GB 50174-2017 数据中心设计规范；UPS 维护手册',
    reviewBy: '2027-06-30',
  },
  {
    category: 'data-centre',
    zh: {
      title: '精密空调高压报警、机房升温',
      body: `原因：室外冷凝器脏堵、室外风机不转、环境温度高、制冷剂过多、电磁阀未开。
步骤：
1. 先保机房：打开备用空调，关闭非关键负载；进风温度超过 27 ℃ 加强监视，超过 32 ℃ 启动应急预案。
2. 到室外机：风机不转查电源、保险与调速器；翅片有柳絮灰尘，断电后用低压水由内向外冲洗。
3. 冲洗后手动复位高压开关（部分机型须在主板复位），观察高压约 1.5–1.9 MPa（R22/R407C）。
4. 仍报警，由持证制冷人员接压力表判断充注量与节流部件，不得自行放气。
5. 检查两台空调轮值与温湿度传感器，送风应面向冷通道。
6. 连续运行 2 小时无报警，温度回落后结束；每年 4–5 月做一次预防清洗。`,
    },
    en: {
      title: 'Precision air conditioner high-pressure alarm, the room warms up',
      body: `Cause: a dirty condenser, outdoor fan stopped, hot weather, too much refrigerant, or a closed solenoid valve.
Steps:
1. Save the room: start the standby unit, switch off what is not critical. Inlet air above 27 °C: watch; above 32 °C: the emergency plan.
2. Outdoors: fan stopped, look at power, fuse and speed control; fins full of fluff, power off and rinse from inside out at low pressure.
3. Reset the high-pressure switch (on some models at the board); about 1.5 to 1.9 MPa is normal (R22, R407C).
4. Still there: a licensed refrigeration technician measures charge and expansion valve; nobody else lets gas out.
5. Rotation of the units and their sensors; air goes to the cold aisle.
6. Two hours without an alarm. Clean every April or May.`,
    },
    keywords: ['精密空调', '高压报警', '机房温度', '冷凝器', 'CRAC', 'high pressure'],
    appliesTo: ['CF-P50', 'CF-P25'],
    source: 'GB 50174-2017 数据中心设计规范；机房空调维护手册',
    reviewBy: '2027-04-30',
  },
  {
    category: 'parking',
    zh: {
      title: '车牌识别率低、车到不抬杆',
      body: `原因：镜头脏或角度变动、补光异常、触发线圈失灵、白名单未下发、道闸故障。
步骤：
1. 看抓拍图片：过曝或太暗调整补光与快门（1/1000 s 左右）；车牌宽度应占画面 100–180 像素。
2. 擦净镜头，核对倾斜角，车牌在画面中应水平，偏转不超过 15 度。
3. 有车无抓拍：查地感线圈电感 50–300 μH、绝缘大于 10 MΩ，车辆检测器灵敏度。
4. 识别正确而不抬杆：查名单有效期、相机到道闸的开闸触点；用遥控器开，能开说明道闸正常。
5. 道闸防砸：地感或雷达有车时不得落杆，必须试验。
6. 高峰期观察 50 辆，识别率不低于 98 %；新能源绿牌、脏污车牌另记。`,
    },
    en: {
      title: 'Number plates are not recognised, the barrier does not open',
      body: `Cause: a dirty or turned lens, wrong light, a dead loop, a list that was not sent, or the barrier.
Steps:
1. Look at the pictures: too bright or dark, adjust light and shutter (about 1/1000 s); the plate is 100 to 180 pixels wide.
2. Clean the lens; the plate lies level, turned by 15 degrees at most.
3. A car but no picture: loop 50 to 300 μH, insulation above 10 MΩ, sensitivity of the detector.
4. Recognised but it stays down: validity of the list, contact from camera to barrier; it opens by remote control, then the barrier is good.
5. It must not come down on a car: test it.
6. Watch 50 cars: 98 % or more.`,
    },
    keywords: ['车牌识别', '不抬杆', '道闸', '地感', '防砸', 'LPR', 'barrier'],
    appliesTo: ['TQ-LPR55', 'TQ-LPR30', 'TQ-BG2', 'TQ-BG3'],
    source: 'GA/T 761 停车库（场）安全管理系统技术要求；车牌识别一体机手册',
    reviewBy: '2027-09-30',
  },
  {
    category: 'public-address',
    zh: {
      title: '广播分区无声或声音小、有杂音',
      body: `原因：分区未选通、功放保护、线路短路或断路、变压器抽头不当、接地环路引起交流声。
步骤：
1. 看功放：保护灯亮，断开各分区线后复位；逐路接回，接上即保护的一路短路。
2. 用阻抗仪量该路：100 V 定压线路阻抗约为 10000÷总功率（W）Ω，例如 200 W 约 50 Ω；明显偏小为短路，无穷大为断路。
3. 喇叭总功率不超过功放额定的 80 %。
4. 声音小：核对喇叭抽头与 100 V、70 V 是否一致，音量控制器的强切线是否接好。
5. 交流声：音频线改平衡接法，单点接地，必要时加隔离变压器。
6. 与消防广播合用的，试验强切：应能强制开启并达到高于背景噪声 15 dB。`,
    },
    en: {
      title: 'A broadcast zone is silent, faint or noisy',
      body: `Cause: zone not selected, amplifier protection, a short or break, wrong transformer taps, or hum from an earth loop.
Steps:
1. Protection light: take all zones off, reset, put them back one by one; the one that trips it is shorted.
2. Impedance of a 100 V line is about 10000 / total watts in Ω, 200 W about 50 Ω; much less is a short, infinite a break.
3. Loudspeakers at most 80 % of the amplifier.
4. Faint: taps against 100 or 70 V; the override wire of the volume control.
5. Hum: balanced lines, one earth point, an isolating transformer where needed.
6. Shared with fire broadcast: test the override; it must be 15 dB above the noise.`,
    },
    keywords: ['广播无声', '功放保护', '定压', '杂音', '强切', 'public address', 'hum'],
    appliesTo: ['SL-PA650', 'SL-PA350'],
    source: 'GB/T 50526-2021 公共广播系统工程技术标准；GB 50116-2013',
    reviewBy: '2027-08-31',
  },
  {
    category: 'intrusion-alarm',
    zh: {
      title: '防盗报警主机不能布防、防区常报',
      body: `原因：防区未关闭、探测器被遮挡或供电不足、线尾电阻错误、探测器防拆打开。
步骤：
1. 在键盘查看是哪个防区“未准备好”，现场关好门窗，盖紧探测器外壳。
2. 在主机端量该防区：线尾电阻型正常应等于手册阻值（常见 2.2 kΩ 或 4.7 kΩ），无穷大为断路，0 为短路。
3. 电阻须装在探测器端，装在主机端则线路被剪断不会报警，应改正。
4. 红外探测器误报：避开空调、窗帘、直射阳光，灵敏度降一档，脉冲计数设 2–3。
5. 探测器供电不低于 DC 11 V；对射类清洁镜面并重新校准光轴。
6. 临时旁路须用户书面同意并登记，修复后取消；最后做一次布防、触发、到中心的全程试验。`,
    },
    en: {
      title: 'Intrusion panel cannot be armed, a zone keeps alarming',
      body: `Cause: a zone is open, a detector covered or short of power, a wrong end resistor, or a tamper switch open.
Steps:
1. Which zone is "not ready"? Close doors and windows, press the covers on.
2. At the panel: with an end resistor the zone reads its value (mostly 2.2 or 4.7 kΩ); infinite is a break, 0 a short.
3. The resistor sits in the detector; at the panel a cut wire would never alarm: move it.
4. False alarms of infrared: away from air outlets, curtains and sun; lower sensitivity, pulse count 2 or 3.
5. Detectors have DC 11 V or more; clean and realign beams.
6. A bypass needs the user's consent in writing and ends with the repair. Then test: arm, trigger, arrived at the centre.`,
    },
    keywords: ['布防', '防区', '旁路', '线尾电阻', '红外探测器', 'arming', 'zone fault'],
    appliesTo: ['WL-A128', 'WL-A64'],
    source: 'GB 50394-2007 入侵报警系统工程设计规范；报警主机安装手册',
    reviewBy: '2027-08-31',
  },
];
