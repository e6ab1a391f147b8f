import type { ArticleRow } from './row.js';

export const buildingAutomation: readonly ArticleRow[] = [
  {
    zh: {
      title: 'DDC 控制器离线',
      body: `原因：断电、总线断开或极性接反、地址重复、终端电阻缺失、网关故障。DDC 离线后仍按自身程序运行，只是工作站看不到。
步骤：
1. 看电源灯、运行灯：不亮查 AC 24 V 变压器与保险；运行灯不闪可断电 1 分钟重启。
2. 同一条 MS/TP 总线上若从某台起全部离线，故障在其前一段线路；只有一台离线查地址与波特率。
3. 量总线 A、B 间电压，空闲时约 0.2–0.5 V；接近 0 V 为短路，高于 2 V 且无通讯为断路。
4. 总线两端各接一只 120 Ω 终端电阻，中间不接；手拉手布线，不得星形分支。
5. 恢复后在工作站刷新点表，核对时间表与报警已补传。`,
    },
    en: {
      title: 'DDC controller is offline',
      body: `Cause: no power, the bus open or swapped, an address used twice, missing terminators, or the gateway. It goes on running its own programme; only the workstation does not see it.
Steps:
1. Power and run lights. Dark: the AC 24 V transformer and fuse. Run light still: off for a minute.
2. On an MS/TP bus, all from one controller on: the stretch before it. One only: address and baud rate.
3. Between A and B an idle bus has about 0.2 to 0.5 V; near 0 V is a short, above 2 V without traffic a break.
4. A 120 Ω terminator at both ends and none between; a chain, never a star.
5. Afterwards refresh the points, check that schedules and alarms have caught up.`,
    },
    keywords: ['DDC', '离线', 'MS/TP', 'BACnet', '终端电阻', 'controller offline'],
    appliesTo: ['HK-DDC36', 'HK-DDC24', 'HK-BMS6'],
    source: 'JGJ/T 334-2014 建筑设备监控系统工程技术规范；ISO 16484-5 (BACnet)',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '温度显示 -40 ℃、150 ℃ 或跳动',
      body: `原因：传感器断线或短路时显示量程端点；类型设置错误时偏差固定；跳动多为强电干扰或接触不良。
步骤：
1. 拆下信号线量电阻：NTC 10k 型 25 ℃ 约 10 kΩ，Pt1000 型 0 ℃ 为 1000 Ω、25 ℃ 约 1097 Ω。无穷大为断线，接近 0 为短路。
2. 电阻正确而显示错，核对 DDC 通道的传感器类型、量程和跳线（电阻或 0–10 V、4–20 mA）。
3. 显示稳定但偏差 1–3 ℃，用标准温度计对比后在软件设偏移，并检查安装位置（风管插入深度、避开盘管近处）。
4. 数值跳动：信号线改用屏蔽线、单端接地，与动力线间距大于 300 mm，不共管。
5. 观察 24 小时曲线确认平稳。`,
    },
    en: {
      title: 'Temperature reads -40 °C, 150 °C, or jumps',
      body: `Cause: a broken or shorted sensor shows the end of the range; a wrong type is off by a constant; jumps are interference or a loose joint.
Steps:
1. Take the wires off and measure: NTC 10k is about 10 kΩ at 25 °C; Pt1000 is 1000 Ω at 0 °C, about 1097 Ω at 25 °C. Infinite is a break, near 0 a short.
2. Right resistance, wrong reading: type, range and jumper of the input (resistance, 0–10 V, 4–20 mA).
3. Steady but 1 to 3 °C off: compare with a reference, set an offset, look at the place (depth in the duct, distance from the coil).
4. Jumps: screened cable earthed at one end, 300 mm or more from power, never in one conduit.
5. Watch the curve for 24 hours.`,
    },
    keywords: ['温度传感器', '显示异常', 'NTC', 'Pt1000', '跳动', 'sensor fault'],
    appliesTo: ['HK-DDC36', 'HK-DDC24'],
    source: 'GB 50339-2013 智能建筑工程质量验收规范；传感器手册',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '空调机组不启动',
      body: `原因：连锁保护动作、手自动开关在手动、时间表未到、变频器故障、消防联动切断。
步骤：
1. 现场控制柜转换开关应在“自动”，急停复位，热继电器未跳。
2. 查工作站报警：防冻开关（约 5 ℃）、过滤网压差、风机故障、消防信号，任一动作都会停机，须先消除原因。
3. 手动位启动：能启动说明一次回路正常，查 DDC 输出；不能启动由电气检查接触器与变频器故障码。
4. 在软件强制 DO 输出，量 DDC 端子触点是否闭合、中间继电器是否吸合。
5. 核对时间表、节假日例外与启停逻辑，风阀开到位信号未到也会不启动。
6. 恢复后取消所有强制点，观察完整启停一次。
注意：防冻报警时不要强行启动，先确认盘管未冻裂。`,
    },
    en: {
      title: 'Air handling unit does not start',
      body: `Cause: an interlock, the switch on manual, the schedule, the drive, or the fire link.
Steps:
1. Local panel on automatic, emergency stop released, thermal relay not tripped.
2. Alarms: frost thermostat (about 5 °C), filter pressure, fan fault, fire signal. Each stops the unit; remove the cause first.
3. Start on manual. It runs: the power side is good, look at the DDC output. It does not: contactor and drive fault code, by an electrician.
4. Force the output: does the DDC contact close, does the relay pull?
5. Schedule, holidays, start logic; a damper that does not report open also holds it.
6. Release every forced point, watch a whole start and stop.
Note: after a frost alarm do not force it; see first that the coil has not burst.`,
    },
    keywords: ['空调机组', '不启动', '防冻', '连锁', 'AHU', 'interlock', 'freeze'],
    appliesTo: ['HK-DDC36', 'HK-DDC24'],
    source: 'JGJ/T 334-2014；空调机组控制说明',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '电动水阀不动作或关不严',
      body: `原因：24 V 电源或控制信号缺失、执行器与阀杆脱开、阀芯卡滞、行程未自适应。
步骤：
1. 量执行器端子：AC 24 V ±20 %，控制信号 0–10 V（或 2–10 V）随指令变化。信号正常而不动，执行器故障。
2. 信号不变：查 DDC AO 通道、公共端是否共地，执行器与 DDC 须同一 24 V 公共端。
3. 断电用手柄转动阀杆，卡死则关断前后阀门检修；勿用扳手强拧。
4. 关不严：核对跳线 0–10/2–10 V 是否一致，执行自适应（断电后重新上电或按按钮）让其重新学习两端。
5. 关闭后盘管仍热，查杂质垫住阀芯或压差超过关断压差。
6. 给 0 %、50 %、100 % 三点，核对实际开度和反馈。`,
    },
    en: {
      title: 'Motorised water valve does not move or does not close',
      body: `Cause: no 24 V or no signal, the actuator loose on the stem, a stuck plug, or the stroke not learnt.
Steps:
1. At the actuator: AC 24 V ±20 %, signal 0–10 V (or 2–10 V) following the command. Right signal and no movement: the actuator.
2. Signal does not change: the analogue output, and the common; actuator and DDC share one 24 V common.
3. Without power turn the stem by its handle. Stuck: shut off both sides and repair; no wrench.
4. Leaks: jumper 0–10 or 2–10 V on both sides alike; let it learn its ends (power off and on, or the button).
5. Closed but the coil stays warm: dirt under the plug, or pressure above its close-off.
6. 0, 50, 100 %: compare position and feedback.`,
    },
    keywords: ['电动阀', '水阀', '执行器', '关不严', 'valve', 'actuator', '0-10V'],
    appliesTo: ['HK-DDC36', 'HK-DDC24'],
    source: '电动调节阀执行器手册；GB 50339-2013',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '楼控工作站点位不刷新、显示问号',
      body: `原因：通讯服务停止、网关离线、授权到期、数据库空间满、电脑休眠。
步骤：
1. 查工作站与网关、核心交换机是否 ping 通；网卡休眠是常见原因，关闭电源管理中的“允许关闭此设备”。
2. 在系统服务中确认通讯驱动、数据库服务运行，异常的先导出日志再重启服务。
3. 查看授权状态与点数，加密狗是否松动。
4. 磁盘剩余不足 10 % 时清理历史库，按手册归档，勿直接删除数据文件。
5. 单个子系统不刷新，查对应网关及第三方设备地址；BACnet/IP 跨网段须设置 BBMD。
6. 恢复后比对五个现场实测值与画面，误差应在允许范围。`,
    },
    en: {
      title: 'Building automation workstation does not refresh, shows question marks',
      body: `Cause: the communication service stopped, the gateway is away, the licence ended, the disk is full, or the computer sleeps.
Steps:
1. Ping gateway and core switch. Sleeping network cards are common: forbid the system to switch them off.
2. Driver and database services run; export the log before restarting one.
3. Licence and number of points, dongle firmly in.
4. Less than 10 % of disk left: archive the history as the manual says; never delete data files.
5. One subsystem only: its gateway and the address behind it; BACnet/IP across subnets needs a BBMD.
6. Compare five values measured on site with the screen.`,
    },
    keywords: ['工作站', '不刷新', '网关', 'BBMD', '授权', 'BMS', 'license'],
    appliesTo: ['HK-BMS6'],
    source: '楼宇自控工作站运维手册；ISO 16484-5 (BACnet)',
    reviewBy: '2027-08-31',
  },
  {
    zh: {
      title: 'Modbus 电表、冷机读不到数据',
      body: `原因：地址或波特率不符、A/B 反接、寄存器地址偏移、校验位不同、一条总线挂接过多。
步骤：
1. 用 USB 转 485 与调试软件直接连接该设备，能读出说明设备正常。
2. 核对四项：从站地址、波特率、数据位/校验/停止位（常见 9600 8N1 或 8E1）、功能码（03 保持寄存器，04 输入寄存器）。
3. 寄存器：手册写 40001 的，报文地址多为 0；差一位时读到的是相邻数据。
4. 数值极大或为负：核对 32 位浮点的高低字顺序、变比与倍率。
5. 总线：屏蔽双绞线、手拉手、两端 120 Ω，未加中继不超过 32 台、1200 m（9600 bit/s）。
6. 采集间隔不低于 1 s，超时 500 ms，连续读 100 次无错为合格。`,
    },
    en: {
      title: 'No data from a Modbus meter or chiller',
      body: `Cause: address or baud rate, A and B swapped, registers off by one, another parity, or too many on one bus.
Steps:
1. Connect it alone with a USB-485 adapter; if it answers, the device is good.
2. Compare four: slave address, baud rate, data/parity/stop (mostly 9600 8N1 or 8E1), function (03 holding, 04 input registers).
3. What the manual calls 40001 is mostly address 0 in the message; off by one reads the neighbour.
4. Huge or negative values: word order of 32-bit floats, transformer ratio, factor.
5. Bus: screened pair, a chain, 120 Ω at both ends, without repeater at most 32 devices and 1200 m (9600 bit/s).
6. Poll no faster than 1 s, time-out 500 ms; a hundred readings without an error.`,
    },
    keywords: ['Modbus', '电表', '冷机', '寄存器', 'RS-485', '读不到', 'chiller', 'meter'],
    appliesTo: ['HK-DDC36', 'HK-BMS6'],
    source: 'Modbus Application Protocol V1.1b3；TIA/EIA-485-A',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: '水泵频繁启停、水位报警',
      body: `原因：浮球或液位开关卡住、启停水位差太小、止回阀漏水、压力传感器漂移。
步骤：
1. 现场看实际水位，与工作站显示比较，先排除真实进水量大。
2. 逐个抬放浮球，DDC 数字输入应对应变化；线缆缠绕的理开并固定，保持活动半径。
3. 停泵后水位自行上升或管道倒流，止回阀关闭不严，检修。
4. 压力控制的，静压时传感器读数应与压力表一致，偏差大于量程 1 % 重新校零。
5. 启、停压力差不小于 0.05–0.1 MPa，并在程序中设最短运行 3 分钟、最短停机 3 分钟。
6. 高水位报警应为独立硬接点，试验一次能到达值班室。
注意：集水井作业属有限空间，先通风检测再下井。`,
    },
    en: {
      title: 'Pump starts and stops too often, water level alarm',
      body: `Cause: a stuck float, too narrow a band, a leaking check valve, or a drifting pressure sensor.
Steps:
1. Look at the real level first; perhaps the inflow is large.
2. Lift each float: its input must change. Untangle and fix the cables with room to move.
3. Water comes back when the pump stops: the check valve.
4. Pressure control: at rest sensor and gauge agree; more than 1 % of range off, zero it.
5. Start and stop 0.05 to 0.1 MPa apart or more; at least 3 minutes of running and 3 of rest in the programme.
6. The high-level alarm is a contact of its own; test that it arrives.
Note: a sump is a confined space; ventilate and measure before going down.`,
    },
    keywords: ['水泵', '频繁启停', '液位', '浮球', '集水井', 'pump', 'level switch'],
    appliesTo: ['HK-DDC24', 'HK-DDC36'],
    source: 'JGJ/T 334-2014；水泵控制柜说明书',
    reviewBy: '2027-07-31',
  },
  {
    zh: {
      title: '变频器报故障停机',
      body: `原因：过流、过压、过热、缺相、模拟信号丢失。故障码因厂家而异，先记录再复位。
步骤：
1. 记下故障码、运行频率、电流和时间；反复复位会损坏模块，连续三次同样故障应停用。
2. 过热：清洁风扇与滤网，柜内温度不高于 40 ℃。
3. 过流：断电后手盘风机或水泵看是否卡阻；电机三相电阻平衡、对地绝缘不小于 1 MΩ（测量前须与变频器脱开）。
4. 过压：减速时间太短，加长到 30–60 s。
5. 信号丢失：查 DDC 输出 0–10 V 与公共端，屏蔽线单端接地。
6. 恢复后在 20、35、50 Hz 各运行 5 分钟，记录电流。
注意：断电后等待至少 5 分钟，直流母线放电完毕再操作。`,
    },
    en: {
      title: 'Variable frequency drive trips',
      body: `Cause: overcurrent, overvoltage, heat, a lost phase, or a lost signal. Codes differ by maker; write down before resetting.
Steps:
1. Code, frequency, current, time. Resetting again and again destroys it; three times the same, leave it off.
2. Heat: fan and filter clean, cabinet at most 40 °C.
3. Overcurrent: without power turn fan or pump by hand; motor windings balanced, insulation 1 MΩ or more (motor disconnected from the drive first).
4. Overvoltage: decelerating too fast; 30 to 60 s.
5. Signal: 0–10 V of the DDC and its common, screen earthed at one end.
6. Five minutes each at 20, 35 and 50 Hz, with currents.
Note: wait 5 minutes or more after switching off, until the DC link is empty.`,
    },
    keywords: ['变频器', '故障码', '过流', '过热', 'VFD', 'inverter trip'],
    appliesTo: ['HK-DDC36', 'HK-DDC24'],
    source: '变频器使用手册；GB/T 12668.2 调速电气传动系统',
    reviewBy: '2027-08-31',
  },
];
