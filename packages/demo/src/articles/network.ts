import type { ArticleRow } from './row.js';

export const network: readonly ArticleRow[] = [
  {
    zh: {
      title: '网络环路：全网卡顿、交换机灯狂闪',
      body: `原因：同一交换机两口被网线连通，或墙插两端都接回交换机，广播在环内无限转发。
步骤：
1. 现象：大面积断网，多台交换机端口灯同步快闪，CPU 高，日志有 MAC 漂移。
2. 登录核心，查看哪些端口广播包速率异常、MAC 地址在哪两个端口间漂移。
3. 先关闭可疑上联口，网络恢复即环路在该支路；到该接入交换机逐口拔线定位。
4. 拔除多余网线，清理私接的小交换机。
5. 预防：全网开启 RSTP/MSTP，指定核心为根桥；接用户的端口设为边缘端口并启用 BPDU 保护、环路检测；设置广播抑制（如 1 %）。
6. 恢复后观察 30 分钟，检查监控、门禁设备是否重新上线。`,
    },
    en: {
      title: 'Network loop: everything is slow, switch lights flash wildly',
      body: `Cause: two ports of a switch joined by a cable, or both ends of an outlet patched back; broadcasts go round for ever.
Steps:
1. Signs: many lose the network, lights flash in step, CPU is high, the log tells of MAC addresses moving.
2. On the core find the ports with too many broadcasts, and between which two the addresses move.
3. Shut the suspected uplink; if all recovers the loop is there. Unplug port by port at that access switch.
4. Remove the cable and the little switches nobody ordered.
5. Prevent: RSTP or MSTP everywhere with the core as root; edge ports with BPDU guard and loop detection; broadcast limit, e.g. 1 %.
6. Watch for 30 minutes; see that cameras and doors are back.`,
    },
    keywords: ['环路', '广播风暴', '生成树', '断网', 'loop', 'broadcast storm', 'STP'],
    appliesTo: ['LL-S5130-28P', 'LL-S5130-52P', 'LL-S3100-24', 'LL-S9806'],
    source: 'IEEE 802.1D / 802.1w；交换机配置指南',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: 'PoE 端口不供电或反复重启',
      body: `原因：总功率超额、线缆过长或质量差、受电设备不符合标准、端口被关闭或温度保护。
步骤：
1. 查看交换机 PoE 总功率与剩余：802.3af 每口 15.4 W，802.3at 30 W；超额时低优先级端口先断。
2. 查看端口状态：“检测失败”多为线缆或设备问题，“过载”为短路或设备超功率。
3. 换端口、换短线测试；短线正常，说明水平线缆有问题。线缆须为无氧铜，铜包铝线压降大，远端会反复重启。
4. 非标 24 V 被动供电设备不能接标准 PoE，应使用其自带注入器。
5. 线长超过 90 m 或供电不足，加 PoE 中继或就近电源。
6. 调整端口优先级：门禁、消防通讯为高，普通无线为低；记录每口实际功率。`,
    },
    en: {
      title: 'PoE port gives no power or the device restarts again and again',
      body: `Cause: the power budget is spent, a long or poor cable, a device outside the standard, a port shut or too hot.
Steps:
1. Budget and rest: 802.3af has 15.4 W a port, 802.3at 30 W; when it is short, low priority goes first.
2. Port state: "detection failed" is cable or device, "overload" a short or a device that takes too much.
3. Another port and a short lead; if that works the horizontal cable is bad. Pure copper only: copper-clad aluminium loses so much that far devices restart.
4. Passive 24 V devices need their own injector.
5. Beyond 90 m: an extender or a supply nearby.
6. Priorities: doors and fire links high, ordinary wireless low; note the power of each port.`,
    },
    keywords: ['PoE', '供电不足', '反复重启', '功率', 'power budget', '802.3at'],
    appliesTo: ['LL-S5130-28P', 'LL-S5130-52P', 'LL-AP6650', 'MS-D4421'],
    source: 'IEEE 802.3af / 802.3at；GB 50311-2016 综合布线系统工程设计规范',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '电脑获取不到地址，显示 169.254',
      body: `原因：DHCP 服务器不可达、地址池用尽、VLAN 配错、私接路由器抢答。
步骤：
1. 看影响面：单台先换网线、端口，执行 ipconfig /release 与 /renew；同一 VLAN 全部不行查服务器或中继。
2. 在三层交换机检查该 VLAN 接口的 DHCP 中继地址，ping 服务器。
3. 查地址池利用率，大于 90 % 时缩短租期（访客 2–4 小时）或扩大网段。
4. 获得的网关不是本单位地址，说明有私接路由器：按其 MAC 在交换机查端口，拔除。
5. 接入交换机启用 DHCP Snooping，只信任上联口。
6. 打印机、摄像机等固定设备使用地址绑定或静态地址，并从地址池排除，避免冲突。`,
    },
    en: {
      title: 'A computer gets no address, shows 169.254',
      body: `Cause: no way to the DHCP server, an empty pool, a wrong VLAN, or a private router that answers first.
Steps:
1. One computer: another lead and port, ipconfig /release and /renew. The whole VLAN: server or relay.
2. Relay address on the VLAN interface of the layer-3 switch; ping the server.
3. Pool above 90 %: shorter leases (guests 2 to 4 hours) or a larger subnet.
4. A gateway that is not ours: a private router. Find the port by its MAC address and unplug it.
5. DHCP snooping on access switches, trusting the uplink only.
6. Printers and cameras have reserved or static addresses outside the pool.`,
    },
    keywords: ['DHCP', '获取不到 IP', '169.254', '地址池', '私接路由器', 'no address'],
    appliesTo: ['LL-S9806', 'LL-S5130-28P', 'LL-S3100-24'],
    source: 'RFC 2131；交换机配置指南',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '无线信号满格但上网慢',
      body: `原因：同频干扰、接入人数过多、终端粘滞在远处 AP、低速率终端拖慢、上联瓶颈。
步骤：
1. 在控制器查该 AP：信道利用率高于 60 % 为拥塞，单射频终端多于 30 台宜分流。
2. 信道：2.4 GHz 只用 1、6、11；5 GHz 按 36–64、149–165 错开，频宽用 40 MHz；相邻 AP 不同信道。
3. 功率并非越大越好，过大会干扰邻区，2.4 GHz 一般比 5 GHz 低 3–6 dB。
4. 关闭 1、2、5.5、11 Mbit/s 低速率，启用 5G 优先与漫游阈值（约 -72 dBm）。
5. 有线测速同样慢，则查上联协商速率、出口带宽与限速策略。
6. 调整后在三处各测一次，时延小于 20 ms，下载达到限速值。`,
    },
    en: {
      title: 'Full Wi-Fi signal but slow',
      body: `Cause: interference on one channel, too many clients, clients that stick to a far access point, old rates, or the uplink.
Steps:
1. On the controller: channel use above 60 % is crowded; more than 30 clients a radio, spread them.
2. 2.4 GHz: only channels 1, 6, 11. 5 GHz: 36–64 and 149–165 in turn, 40 MHz wide; neighbours differ.
3. More power is not better; it disturbs neighbours. 2.4 GHz 3 to 6 dB below 5 GHz.
4. Switch off 1, 2, 5.5 and 11 Mbit/s; prefer 5 GHz; roaming at about -72 dBm.
5. By wire just as slow: uplink speed, internet line, limits.
6. Measure at three places: below 20 ms, download as allowed.`,
    },
    keywords: ['无线慢', 'WiFi', '信道', '干扰', '漫游', 'slow wifi', 'channel'],
    appliesTo: ['LL-AP6650', 'LL-AP5320'],
    source: 'IEEE 802.11ax；无线局域网部署指南',
    reviewBy: '2027-09-30',
  },
  {
    zh: {
      title: '光纤链路不通或误码高',
      body: `原因：光模块型号不匹配、端面脏污、弯折过大、收发接反、距离超限。
步骤：
1. 查模块：两端波长、单多模、速率须一致；多模橙色或水绿色，单模黄色，不可混用。
2. 读光功率：接收功率应在模块灵敏度之上 3 dB 以上且低于过载点，例如千兆 LX 约 -19 至 -3 dBm。
3. 收光为无：对调收发两芯；仍无，用红光笔找断点。
4. 收光偏低：用专用清洁笔清洁两端端面（脏污是最常见原因），检查弯曲半径不小于光缆外径的 20 倍。
5. 错误计数持续增加，更换模块或跳线逐一排除。
6. 用光功率计或 OTDR 复测，记录衰减，与竣工值相差大于 1 dB 应查明。
注意：不得直视光口。`,
    },
    en: {
      title: 'Fibre link is down or has many errors',
      body: `Cause: modules that do not match, dirty ends, sharp bends, transmit and receive swapped, too long.
Steps:
1. Modules: same wavelength, mode and speed at both ends. Multimode is orange or aqua, single-mode yellow; never mixed.
2. Receive power: 3 dB or more above sensitivity and below overload, for gigabit LX about -19 to -3 dBm.
3. None: swap the two fibres; still none, find the break with red light.
4. Low: clean both ends with a proper pen (dirt is the commonest cause); bend radius 20 times the cable or more.
5. Errors keep rising: replace modules and leads one at a time.
6. Measure with a power meter or OTDR; more than 1 dB off the handover value is explained.
Note: never look into a port.`,
    },
    keywords: ['光纤', '光模块', '光功率', '误码', 'OTDR', 'fibre', 'SFP'],
    appliesTo: ['LL-S9806', 'LL-S5130-28P', 'LL-S5130-52P'],
    source: 'GB/T 50312-2016 综合布线系统工程验收规范；光模块手册',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: 'IP 地址冲突的查找与处理',
      body: `原因：两台设备使用同一地址，常见于手工设置、设备复制配置、恢复出厂后默认地址相同。
步骤：
1. 判断：ping 时通时断，设备网页时而打开另一台；Windows 提示地址冲突。
2. 在同网段电脑 ping 该地址后执行 arp -a 记下 MAC，拔掉已知设备网线再 ping：仍应答即为冲突方，再记 MAC。
3. 在核心到接入交换机逐级查该 MAC 所在端口，找到设备。
4. 改正后清除两端 ARP 缓存，或重启网关接口的 ARP 表项。
5. 登记到地址表：位置、MAC、用途。摄像机、门禁、楼控各用独立 VLAN 与网段。
6. 预防：新增设备先 ping 再启用，动态网段启用 DHCP Snooping 与 IP 源防护。`,
    },
    en: {
      title: 'Finding and ending an IP address conflict',
      body: `Cause: two devices with one address: set by hand, a copied configuration, the same factory default.
Steps:
1. Signs: ping on and off, now one device's page and now another's, a warning of Windows.
2. Ping it from the same subnet, note the MAC address by arp -a; unplug the known device and ping again. An answer is the other one; note that too.
3. Follow that MAC address from core to access switch to its port.
4. Correct it, clear the ARP entries.
5. Into the address list: place, MAC, purpose. Cameras, doors and building automation each in a VLAN of their own.
6. Prevent: ping before a new device is used; DHCP snooping and IP source guard.`,
    },
    keywords: ['IP 冲突', '地址冲突', 'ARP', 'MAC', 'address conflict', 'duplicate IP'],
    appliesTo: ['LL-S9806', 'LL-S5130-28P', 'LL-S3100-24'],
    source: 'RFC 5227；交换机配置指南',
    reviewBy: '2027-11-30',
  },
  {
    zh: {
      title: '交换机端口频繁 up/down',
      body: `原因：水晶头接触不良、线缆受损、节能以太网或速率协商不兼容、设备网卡故障。
步骤：
1. 查日志确定端口与频度，记录发生时间是否与电梯、电机启动一致。
2. 查端口错误：CRC 增加多为线缆；无错误而链路断多为设备重启。
3. 重新压接两端水晶头，按 T568B，线对开绞不超过 13 mm；换跳线。
4. 用测线仪做永久链路测试，串扰或回波不合格的重新布放。
5. 关闭端口节能（EEE），两端都用自动协商；一端固定、一端自动会变成半双工。
6. 换端口后跟着设备走，是设备网卡；留在原口，是交换机端口。
7. 观察 24 小时无翻动后结束。`,
    },
    en: {
      title: 'Switch port goes up and down',
      body: `Cause: a poor plug, a damaged cable, energy-saving Ethernet or speeds that do not agree, or the device.
Steps:
1. Log: which port, how often, at the same time as a lift or motor starts?
2. Rising CRC errors are the cable; no errors but link loss is mostly a device that restarts.
3. New plugs, T568B, untwisted at most 13 mm; another lead.
4. Permanent-link test; crosstalk or return loss failed, lay it anew.
5. Energy saving (EEE) off; both ends automatic. One fixed and one automatic end as half duplex.
6. Change the port: does it follow the device or stay?
7. 24 hours without a flap.`,
    },
    keywords: ['端口翻动', '网线', '水晶头', 'CRC', '协商', 'link flap', 'up down'],
    appliesTo: ['LL-S5130-28P', 'LL-S5130-52P', 'LL-S3100-24'],
    source: 'GB/T 50312-2016 综合布线系统工程验收规范',
    reviewBy: '2027-10-31',
  },
  {
    zh: {
      title: '雷击后弱电设备批量损坏',
      body: `原因：室外线路引入感应雷、浪涌保护器失效、等电位接地不良。
步骤：
1. 先断开室外引入线，测机房供电与接地正常，再逐台上电，防止二次损坏。
2. 按端口登记损坏：端口集中在室外摄像机所接位置，说明由网线引入。
3. 检查电源 SPD：窗口变红或后备断路器跳闸即更换；信号 SPD 用替换法判断。
4. 测接地电阻：共用接地不大于 1 Ω（或按设计值）；室外立杆独立接地不大于 10 Ω。
5. 室外网线改为光纤或两端加网络信号 SPD，屏蔽层与立杆等电位连接，引线尽量短直（不超过 0.5 m）。
6. 出具检测记录与照片，供用户办理保险理赔；雷击属外力，是否在保修范围按合同。`,
    },
    en: {
      title: 'Many devices destroyed by lightning',
      body: `Cause: surges over outdoor lines, spent surge protectors, poor bonding.
Steps:
1. Disconnect outdoor lines, check supply and earth, then switch on one by one so that no more is lost.
2. List by port: those of outdoor cameras together mean it came over the network cables.
3. Power protectors: red window or tripped breaker, replace; signal protectors by trying another.
4. Earth: common at most 1 Ω (or as designed), a pole of its own at most 10 Ω.
5. Fibre outdoors, or protectors at both ends; screen bonded to the pole, leads short and straight (0.5 m at most).
6. Measurements and photographs for the user's insurance. Lightning is an outside force; whether the warranty covers it, the contract says.`,
    },
    keywords: ['雷击', '浪涌', 'SPD', '接地电阻', '防雷', 'lightning', 'surge'],
    appliesTo: ['LL-S5130-28P', 'LL-S3100-24', 'MS-B4860'],
    source: 'GB 50343-2012 建筑物电子信息系统防雷技术规范',
    reviewBy: '2027-04-30',
  },
];
