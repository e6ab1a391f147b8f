import type { ArticleRow } from './row.js';

export const videoSurveillance: readonly ArticleRow[] = [
  {
    zh: {
      title: '摄像机离线，预览黑屏',
      body: `原因：PoE 供电中断、网线或水晶头故障、IP 冲突、摄像机死机。
步骤：
1. 在交换机上看对应端口：PoE 灯灭查供电功率与端口是否被关闭；链路灯灭查网线。
2. 从监控中心 ping 摄像机。通而无画面，核对录像机中的密码与端口；改过密码而录像机未改是常见原因。
3. ping 不通，将交换机端口 PoE 关闭 10 秒再打开，使摄像机重启，等待 2 分钟。
4. 仍不通，换一根已知良好的短跳线在交换机旁直连。恢复说明水平线缆有问题，测线并检查长度是否超过 90 m、接头是否进水。
5. 更换摄像机后，设回原 IP、通道名称和时间同步，确认录像计划生效。`,
    },
    en: {
      title: 'Camera offline, live view is black',
      body: `Cause: no PoE, a bad cable or plug, an address conflict, or a camera that hangs.
Steps:
1. Look at its switch port: PoE light off, check the power budget and whether the port was shut; link light off, check the cable.
2. Ping it from the control room. It answers but shows nothing: compare password and port in the recorder; a password changed on one side only is common.
3. No answer: switch PoE of the port off for 10 seconds and on again, wait two minutes for the camera to start.
4. Still nothing: connect it with a short known-good lead beside the switch. If that works the horizontal cable is bad; test it, look for more than 90 m and for water in the joint.
5. After a replacement set address, channel name and time synchronisation as before, and see that the recording plan is in force.`,
    },
    keywords: ['摄像机离线', '黑屏', '无画面', 'PoE', 'camera offline', 'no picture'],
    appliesTo: ['MS-D4421', 'MS-B4860', 'MS-D2220'],
    source: '网络摄像机使用手册；GB 50395-2007 视频安防监控系统工程设计规范',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: '摄像机夜间画面发白、起雾',
      body: `原因：红外光在近处反射，常见于球罩有油污水汽、保护膜未撕、镜头离墙面或檐口太近；其次是红外灯与镜头间的遮光圈移位。
步骤：
1. 断开红外灯观察：画面恢复正常（只是变暗）即可判定为反射。
2. 用镜头布清洁球罩内外，检查遮光海绵圈紧贴罩壳。
3. 罩内有水汽，打开放入干燥剂并更换密封圈，引线口用防水接头。
4. 画面边缘有墙或横梁，调整角度避开，或将摄像机外移 30 cm 以上。
5. 仍发白，将红外亮度改为自动或降低一档，开启“智能红外”。
6. 夜间复看一次，以能看清 10 m 内人脸轮廓为合格。`,
    },
    en: {
      title: 'Camera picture is white or foggy at night',
      body: `Cause: infrared light thrown back from nearby: grease or moisture on the dome, protective film left on, a wall or eave too close; next, the foam ring between lens and lamps out of place.
Steps:
1. Switch the infrared off. If the picture is right (only darker), it is reflection.
2. Clean the dome inside and out; the foam ring must touch it all round.
3. Moisture inside: open, put a desiccant in, replace the seal, use a waterproof gland for the lead.
4. A wall or beam at the edge: turn away from it, or move the camera out by 30 cm or more.
5. Still white: set infrared to automatic or one step lower, enable smart infrared.
6. Look again at night: the outline of a face within 10 m must be seen.`,
    },
    keywords: ['夜视', '红外反光', '起雾', '发白', 'infrared reflection', 'night'],
    appliesTo: ['MS-D4421', 'MS-B4860', 'MS-D2220'],
    source: '网络摄像机安装维护手册',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '录像缺失或天数不足',
      body: `原因：硬盘故障或容量不够、码流被调高、录像计划未覆盖、时间错乱、摄像机曾断线。要求：安防录像一般保存不少于 30 天，反恐重点目标不少于 90 天。
步骤：
1. 在录像机查硬盘状态与 SMART；异常硬盘先导出重要录像再更换。
2. 核算容量：每路每天约等于码流（Mbit/s）×10.8 GB。4 Mbit/s 的 16 路存 30 天约需 21 TB，另留 10 % 余量。
3. 检查每路是否为全天计划，移动侦测录像会有空档。
4. 核对录像机与摄像机时间，统一用 NTP；时间跳变会使录像“找不到”。
5. 查日志中的断线、断电记录，与缺失时段对照。
6. 整改后抽查最早一天的录像，写入记录。`,
    },
    en: {
      title: 'Recordings are missing or do not go back far enough',
      body: `Cause: a bad or too small disk, a raised bit rate, a plan with gaps, a clock that jumped, or a camera that was away. Required: mostly 30 days, at key anti-terrorism sites 90.
Steps:
1. Look at the disks and their SMART state; export what matters before replacing one.
2. Reckon: a channel needs about bit rate (Mbit/s) x 10.8 GB a day. Sixteen at 4 Mbit/s for 30 days take about 21 TB; keep 10 % more.
3. See that every channel records all day; motion recording leaves gaps.
4. Compare the clocks of recorder and cameras, use NTP; after a jump recordings are there but not found.
5. Compare the gaps with disconnections and power cuts in the log.
6. Then play something of the oldest day, and write it down.`,
    },
    keywords: ['录像丢失', '存储天数', '保存天数', '硬盘', '码流', 'NVR', 'retention', 'missing recording'],
    appliesTo: ['MS-NVR64', 'MS-NVR32'],
    source: 'GB 50348-2018 安全防范工程技术标准；中华人民共和国反恐怖主义法第三十二条',
    reviewBy: '2027-06-30',
  },
  {
    zh: {
      title: '画面卡顿、马赛克、延时大',
      body: `原因：网络丢包、上联带宽不足、解码能力不足、摄像机码流设置过高。
步骤：
1. 判断范围：单路卡查该路网线与端口；一批卡查共用的接入交换机上联；全部卡查客户端或核心。
2. 从客户端长 ping 摄像机 200 次，丢包大于 1 % 或时延大于 50 ms 即为网络问题；查端口错误计数、双工是否协商为 100M 半双工。
3. 核算上联：路数×码流不超过带宽的 70 %。24 路 6 Mbit/s 已达 144 Mbit/s，百兆上联必卡。
4. 网络正常，查客户端 CPU、显卡，多画面预览改用子码流。
5. 把主码流设为 H.265、25 帧、定码率上限，关键帧间隔 50。
6. 调整后连续观看 10 分钟无卡顿。`,
    },
    en: {
      title: 'Video stutters, breaks into blocks or lags',
      body: `Cause: lost packets, too little uplink, too weak a decoder, or too high a bit rate.
Steps:
1. How many? One: its cable and port. A group: the uplink of their switch. All: the client or the core.
2. Ping the camera 200 times from the client: more than 1 % lost or more than 50 ms is the network. Look at error counters and for a port that came up as 100M half duplex.
3. Uplink: channels x bit rate at most 70 % of it. Twenty-four at 6 Mbit/s are 144 Mbit/s; a 100M uplink cannot carry them.
4. If the network is good, look at CPU and graphics of the client; use sub-streams for many pictures at once.
5. Main stream: H.265, 25 frames, a limit on the bit rate, key frame every 50.
6. Watch for ten minutes.`,
    },
    keywords: ['卡顿', '花屏', '马赛克', '延时', '丢包', 'lag', 'packet loss'],
    appliesTo: ['MS-D4421', 'MS-B4860', 'MS-VMP500', 'LL-S5130-28P'],
    source: 'GB/T 28181-2022 公共安全视频监控联网系统信息传输、交换、控制技术要求',
    reviewBy: '2027-08-31',
  },
  {
    zh: {
      title: '录像机硬盘报警、蜂鸣不停',
      body: `原因：硬盘坏道、掉盘、未格式化或 RAID 降级。
步骤：
1. 登录录像机查看是哪一槽位报警，先不要断电；可在报警设置中关闭蜂鸣。
2. 导出该时段的重要录像到移动盘。
3. RAID 降级时阵列仍可读写，只更换标记为故障的一块；换错盘会丢失全部数据。确认盘位灯与界面一致后再拔。
4. 换上同容量或更大的监控级硬盘，设为热备或加入阵列，重建 4 TB 约需 8–24 小时，期间不要重启。
5. 非 RAID 盘换上后须初始化（只初始化新盘），再分配到录像盘组。
6. 重建完成后确认状态“正常”，检查风扇与机柜温度，盘温高于 50 ℃ 会缩短寿命。`,
    },
    en: {
      title: 'Recorder reports a disk fault and beeps',
      body: `Cause: bad sectors, a disk that dropped out or is not formatted, or a degraded RAID.
Steps:
1. See which slot it is; do not switch off. The buzzer can be silenced in the alarm settings.
2. Export what matters of that time.
3. A degraded RAID still works. Replace only the disk marked as failed; pulling a wrong one loses everything. Light and screen must agree first.
4. Put in a surveillance-grade disk of the same or larger size, as spare or into the array. Rebuilding 4 TB takes 8 to 24 hours; do not restart meanwhile.
5. Without RAID, initialise the new disk (only that one) and put it into the group that records.
6. Afterwards the state is normal. Look at fans and temperature; above 50 °C disks die early.`,
    },
    keywords: ['硬盘报警', '蜂鸣', 'RAID 降级', '坏盘', 'disk error', 'rebuild'],
    appliesTo: ['MS-NVR64', 'MS-NVR32', 'MS-VMP500'],
    source: '网络硬盘录像机用户手册',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '云台不转、转动不到位或自转',
      body: `原因：协议地址不符、被高优先级用户或巡航任务占用、机械卡阻、供电不足。
步骤：
1. 查看是否有其他用户、预置位巡航、守望功能在控制；先停用任务再手动操作。
2. 能预览不能控制：核对录像机通道所用协议（ONVIF 或私有）与账号权限；经平台级联的，查 GB/T 28181 设备编码与云台权限。
3. 模拟或 485 球机核对协议、地址、波特率，A/B 线是否反接。
4. 重启后自检不完整，或转到某角度停住，断电后检查云台罩内线缆缠绕、异物。
5. 量供电：球机加热、红外全开时功耗可达 30 W 以上，标准 PoE（15.4 W）不够，应使用 PoE+ 或独立电源。
6. 重设预置位并校验三个点位。`,
    },
    en: {
      title: 'PTZ does not turn, misses positions or turns by itself',
      body: `Cause: wrong protocol or address, somebody with higher priority or a patrol in control, something mechanical, or too little power.
Steps:
1. See whether another user, a patrol or a home position is in control; stop it, then try by hand.
2. Picture but no control: compare the protocol of the channel (ONVIF or the maker's) and the rights of the account; over cascaded platforms, the GB/T 28181 device code and its PTZ right.
3. On RS-485: protocol, address, baud rate, A and B swapped.
4. The self-test stops half-way, or it stops at one angle: switch off, look for wound cables and foreign bodies.
5. Power: with heater and infrared on a dome takes 30 W and more; plain PoE (15.4 W) is not enough, use PoE+ or a supply.
6. Set the presets again and check three.`,
    },
    keywords: ['云台', '球机', '预置位', '巡航', 'PTZ', 'ONVIF'],
    appliesTo: ['MS-VMP500', 'MS-NVR64'],
    source: 'GB/T 28181-2022；ONVIF Profile S；球机使用手册',
    reviewBy: '2027-07-31',
  },
  {
    zh: {
      title: '摄像机时间不准，录像与实际时间不符',
      body: `原因：未启用校时、NTP 服务器不可达、时区错误、主板电池失效。录像时间偏差会影响证据效力，安防系统与北京时间偏差不应大于 5 秒（部分行业更严）。
步骤：
1. 比较录像机、摄像机与北京时间，先判断是整体偏差还是个别偏差。
2. 差整 8 小时，是时区设成了 UTC，改为 GMT+8；关闭夏令时。
3. 在录像机启用 NTP，指向内网时间服务器；在摄像机中将录像机或同一 NTP 设为校时源，间隔 60 分钟，避免两个来源互相覆盖。
4. 查防火墙放行 UDP 123。
5. 每次断电后时间回到出厂日期，更换 RTC 电池。
6. 大幅改时间前导出重要录像，时间回拨会造成同一时段重叠。
7. 第二天复核偏差并记录。`,
    },
    en: {
      title: 'Camera clock is wrong, recordings carry a wrong time',
      body: `Cause: no synchronisation, an NTP server out of reach, a wrong time zone, or a flat clock battery. Evidence suffers; a security system should stay within 5 seconds of Beijing time, in some industries less.
Steps:
1. Compare recorder, cameras and Beijing time: is everything off, or one?
2. Exactly 8 hours: the zone is UTC; set GMT+8, daylight saving off.
3. Enable NTP on the recorder with the house's time server; let cameras follow the recorder or the same server every 60 minutes, never two sources at once.
4. The firewall lets UDP 123 through.
5. Back to the factory date after every power cut: replace the RTC battery.
6. Before a large correction export what matters; setting the clock back makes recordings overlap.
7. Check again the next day.`,
    },
    keywords: ['时间不准', '校时', 'NTP', '时区', 'clock drift', 'time sync'],
    appliesTo: ['MS-D4421', 'MS-B4860', 'MS-NVR64', 'MS-NVR32'],
    source: 'GB 50348-2018 安全防范工程技术标准；RFC 5905',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '忘记录像机或摄像机密码',
      body: `原因：人员交接未登记，或多次输错被锁定。
步骤：
1. 连续输错会锁定 30 分钟左右，先等待，勿反复尝试。
2. 查工程移交资料中的密码登记表；仍无，按厂家流程找回：在本地界面点“忘记密码”，用预留邮箱、手机或导出的序列号文件申请安全码。
3. 申请须由设备所属单位出具书面证明，我方核实联系人与合同后代为提交；不得向电话来访者直接告知密码。
4. 摄像机可用复位键：通电状态按住约 10–15 秒恢复出厂，IP 与参数会丢失，须重新接入录像机。
5. 设置新密码：不少于 8 位，含字母和数字，与旧密码、其他设备不同；同时修改录像机内保存的摄像机密码。
6. 双人登记封存。`,
    },
    en: {
      title: 'Password of a recorder or camera is lost',
      body: `Cause: not handed over, or locked after wrong attempts.
Steps:
1. Wrong attempts lock it for about 30 minutes; wait.
2. Look in the register of the handover file. Otherwise the maker's way: "forgot password" on the local screen, with the e-mail or phone on record, or the exported serial file, for a security code.
3. The owner of the device confirms in writing; we check contact and contract and hand it in. Never tell a password to somebody on the phone.
4. Cameras have a reset button: hold for 10 to 15 seconds with power on. Address and settings are lost; add it to the recorder again.
5. New password: 8 characters or more, letters and digits, not used elsewhere; change it in the recorder too.
6. Registered by two people and sealed.`,
    },
    keywords: ['忘记密码', '密码重置', '锁定', 'password reset', 'locked out'],
    appliesTo: ['MS-NVR64', 'MS-NVR32', 'MS-D4421', 'MS-B4860'],
    source: '厂家密码找回流程说明；GB 35114-2017 公共安全视频监控联网信息安全技术要求',
    reviewBy: '2027-06-30',
  },
];
