// Written by Scripts/build-places.py from data/england/english_outcodes.csv; not edited by hand.

extension EnglishTown {
  /// 420 towns as name, outward code, latitude, longitude, weight.
  static let catalogue = """
    Accrington,BB5,53.7548,-2.3716,2;Ailsworth,PE5,52.5787,-0.3440,1;Airmyn,DN14,53.7075,-0.9364,1;\
    Akeld,NE71,55.5556,-2.0444,1;Albrighton,WV7,52.6331,-2.2704,1;Aldham,IP7,52.0687,0.9490,1;\
    Alston,CA9,54.8018,-2.4185,1;Alton,GU34,51.1390,-0.9836,1;Amersham,HP7,51.6649,-0.6089,2;\
    Ampney St Mary,GL7,51.7126,-1.8972,1;Ashford,TN23,51.1390,0.8608,2;\
    Ashton-under-Lyne,SK16,53.4740,-2.0814,5;Aston,S33,53.3415,-1.7206,1;Aust,BS35,51.5963,-2.5487,1;\
    Aylesbury,HP20,51.8190,-0.8030,3;Badby,NN11,52.2403,-1.1783,1;Bakewell,DE45,53.2146,-1.6765,1;\
    Barlaston,ST12,52.9479,-2.1712,1;Barnet,N3,51.5998,-0.1921,5;Barnstaple,EX31,51.0857,-4.0634,2;\
    Basildon,SS14,51.5751,0.4752,4;Basingstoke,RG21,51.2658,-1.0897,4;Bath,BA1,51.3911,-2.3593,2;\
    Beaminster,DT8,50.8163,-2.7581,1;Bedford,MK41,52.1511,-0.4461,2;Bellingham,NE48,55.1311,-2.2572,1;\
    Berwick-upon-Tweed,TD15,55.7470,-2.0128,1;Bicester,OX26,51.9011,-1.1511,2;\
    Bickenhill,B40,52.4586,-1.7218,1;Biddulph,ST8,53.1152,-2.1673,1;Bidford-on-Avon,B50,52.1685,-1.8538,1;\
    Bigby,DN38,53.5611,-0.3919,1;Bingham,NG13,52.9477,-0.9209,1;Birchwood,WA2,53.4105,-2.5808,2;\
    Birkenhead,CH43,53.3830,-3.0585,5;Bishops Nympton,EX36,51.0164,-3.7922,1;Blaydon,NE39,54.9236,-1.7581,4;\
    Bletchley,MK1,52.0052,-0.7266,3;Blunsdon St Andrew,SN26,51.6109,-1.7833,1;\
    Boroughbridge,YO51,54.0818,-1.3763,1;Boston Spa,LS23,53.9037,-1.3546,1;Bourne,PE10,52.7769,-0.3765,1;\
    Bovey Tracey,TQ13,50.5930,-3.7182,1;Braintree,CM7,51.8975,0.5380,2;Brampton,CA8,54.9389,-2.6853,1;\
    Bremhill,SN15,51.4725,-2.0792,1;Bridlington,YO16,54.0951,-0.2000,2;Brierley,S72,53.5785,-1.3913,1;\
    Brighton,BN3,50.8342,-0.1750,4;Bristol,BS1,51.4531,-2.5930,5;Briston,NR24,52.8585,1.0514,1;\
    Bromley,BR2,51.3886,0.0224,5;Bromsgrove,B61,52.3448,-2.0675,2;Bromyard,HR7,52.1863,-2.5208,1;\
    Broxbourne,EN7,51.7103,-0.0661,3;Bryanston,DT11,50.8609,-2.1805,1;Buckfast,TQ11,50.4814,-3.7818,1;\
    Buckingham,MK18,51.9797,-0.9690,1;Budleigh Salterton,EX9,50.6386,-3.3224,1;Bungay,NR35,52.4612,1.4346,1;\
    Buntingford,SG9,51.9458,-0.0080,1;Burgess Hill,RH15,50.9567,-0.1332,1;\
    Burnham-on-Sea,TA8,51.2445,-2.9929,1;Burnley,BB10,53.7992,-2.2186,2;Burringham,DN17,53.5721,-0.7011,1;\
    Burton,LN1,53.2588,-0.5862,2;Burton Coggles,NG33,52.8182,-0.5783,1;\
    Burton upon Trent,DE15,52.7991,-1.6084,2;Burwash,TN19,51.0026,0.4075,1;\
    Bury St Edmunds,IP33,52.2418,0.7085,2;Byker,NE7,54.9995,-1.5779,3;Camden Town,WC1H,51.5241,-0.1259,5;\
    Camelford,PL32,50.6328,-4.6601,1;Cannock,WS11,52.6891,-2.0178,2;Canterbury,CT2,51.2926,1.0826,4;\
    Canvey Island,SS8,51.5222,0.5906,2;Carlisle,CA2,54.8841,-2.9494,3;Carterton,OX18,51.7623,-1.5913,1;\
    Catterlen,CA11,54.6642,-2.7861,1;Catton,YO41,53.9697,-0.9023,1;Chadlington,OX7,51.9113,-1.5275,1;\
    Charlton,SP11,51.2270,-1.5130,1;Charminster,DT2,50.7495,-2.4537,1;Chawleigh,EX18,50.9016,-3.8874,1;\
    Cheadle,ST10,52.9894,-1.9627,2;Chelmsford,CM1,51.7445,0.4569,1;Cheltenham,GL50,51.8997,-2.0800,3;\
    Chesterfield,S40,53.2336,-1.4456,2;Chetton,WV16,52.5112,-2.4406,1;Chichester,PO19,50.8376,-0.7771,1;\
    Chipping Campden,GL55,52.0604,-1.7681,1;Chorley,PR7,53.6448,-2.6521,2;\
    Church Stretton,SY6,52.5391,-2.7904,1;Claughton,PR3,53.8683,-2.7164,1;\
    Cleator Moor,CA23,54.5147,-3.4924,2;Clifford,HR3,52.0935,-3.0745,1;Clifton Reynes,MK46,52.1541,-0.6916,1;\
    Clitheroe,BB7,53.8734,-2.3864,1;Colan,TR8,50.3987,-5.0369,1;Colchester,CO1,51.8889,0.9096,4;\
    Coleford,GL16,51.7956,-2.6105,1;Conisbrough,DN12,53.4831,-1.2208,1;Coniston,LA21,54.3645,-3.0728,1;\
    Corby,NN18,52.4799,-0.7144,2;Cornhill-on-Tweed,TD12,55.6533,-2.2384,1;Corringham,DN21,53.4193,-0.7013,2;\
    Cotherstone,DL12,54.5724,-1.9845,1;Cranbrook,TN17,51.0961,0.5381,1;Cranleigh,GU6,51.1408,-0.4817,1;\
    Crawley,RH10,51.1172,-0.1581,2;Crayford,DA17,51.4871,0.1492,4;Crewe,CW1,53.1028,-2.4347,2;\
    Cromer,NR27,52.9247,1.3016,1;Dalton-in-Furness,LA14,54.1185,-3.2302,2;Darwen,BB2,53.7417,-2.5004,3;\
    Dewsbury,WF16,53.7099,-1.6682,5;Dinnington,S25,53.3689,-1.2139,1;Dorking,KT23,51.2814,-0.3696,2;\
    Dover,CT16,51.1400,1.3027,3;Driffield,YO25,54.0046,-0.4130,1;Dulverton,TA22,51.0451,-3.5451,1;\
    Dunston,LN4,53.1502,-0.3849,1;Dunton Green,TN14,51.2953,0.1617,1;Dursley,GL11,51.6887,-2.3559,1;\
    Easingwold,YO61,54.1158,-1.1937,1;Eastbourne,BN21,50.7723,0.2765,3;Eastleigh,SO50,50.9689,-1.3391,2;\
    Ellesmere,SY12,52.9034,-2.8936,1;Ellesmere Port,CH66,53.2770,-2.9344,3;Ellingham,NE67,55.5336,-1.6926,1;\
    Elsdon,NE19,55.1790,-2.0958,1;Esh,DH7,54.7894,-1.6641,1;Everton,DN10,53.4271,-0.9434,2;\
    Exeter,EX2,50.7100,-3.5170,4;Falmouth,TR11,50.1491,-5.0868,1;Farnham,GU10,51.1975,-0.7962,2;\
    Felixstowe,IP11,51.9703,1.3343,1;Fleet,GU51,51.2834,-0.8399,4;Folkestone,CT19,51.0879,1.1704,2;\
    Forest Row,RH18,51.0970,0.0310,1;Frinton and Walton,CO13,51.8380,1.2388,2;Fulbourn,CB1,52.1761,0.1895,1;\
    Garston,L25,53.3783,-2.8630,4;Gillingham,ME7,51.3790,0.5566,3;Gilmorton,LE17,52.4669,-1.1771,1;\
    Gloucester,GL1,51.8599,-2.2396,3;Gosport,PO12,50.7976,-1.1414,2;Grange-over-Sands,LA11,54.2003,-2.9245,1;\
    Gravesend,DA12,51.4276,0.3881,2;Great Aycliffe,DL5,54.6175,-1.5756,1;\
    Great Gonerby,NG32,52.9494,-0.6499,1;Great Hallingbury,CM22,51.8616,0.2222,1;\
    Great Yarmouth,NR30,52.6187,1.7293,3;Greenwich,SE3,51.4687,0.0202,4;Guildford,GU1,51.2426,-0.5644,3;\
    Guiseley,LS19,53.8592,-1.6822,2;Halifax,HX1,53.7211,-1.8697,5;Haltwhistle,NE49,54.9670,-2.4593,1;\
    Hambleton,LE15,52.6559,-0.7004,1;Hampton Bishop,HR1,52.0641,-2.6696,1;Harlow,CM18,51.7558,0.1069,4;\
    Harrogate,HG1,53.9998,-1.5331,2;Harrow,HA1,51.5795,-0.3358,5;Haslemere,GU26,51.1124,-0.7456,2;\
    Hastings,TN34,50.8639,0.5837,4;Hatfield,AL10,51.7596,-0.2292,3;Havant,PO9,50.8629,-0.9825,1;\
    Haverhill,CB9,52.0821,0.4419,1;Hawkesbury,GL9,51.5576,-2.2972,1;Hayle,TR27,50.1816,-5.4028,1;\
    Helland,PL30,50.4999,-4.7274,1;Hemel Hempstead,HP1,51.7551,-0.4873,3;Hempnall,NR15,52.5064,1.2701,1;\
    Hertford,SG13,51.7867,-0.0686,2;Hexham,NE46,54.9795,-2.1063,1;Heybridge,CM9,51.7410,0.7016,1;\
    Heywood,OL10,53.5906,-2.2221,1;High Wycombe,HP11,51.6241,-0.7445,3;Highfields,CB23,52.2135,-0.0221,1;\
    Hillingdon,UB11,51.5191,-0.4577,5;Hinckley,LE10,52.5364,-1.3674,2;\
    Holsworthy Hamlets,EX22,50.8280,-4.3673,1;Honiton,EX14,50.8127,-3.1896,1;Hopesay,SY7,52.4251,-2.8869,1;\
    Horncastle,LN9,53.2172,-0.1112,1;Hornsea,HU18,53.9094,-0.1669,1;Houghton-le-Spring,SR3,54.8775,-1.4155,3;\
    Hounslow,TW3,51.4674,-0.3615,5;Huddersfield,HD1,53.6464,-1.7882,5;Hull,HU2,53.7501,-0.3377,5;\
    Hunshelf,S36,53.5030,-1.6125,1;Hutton Mulgrave,YO21,54.4765,-0.7112,1;Hythe,SO45,50.8478,-1.3934,2;\
    Ilford,IG5,51.5875,0.0658,5;Ilfracombe,EX34,51.1983,-4.1028,1;Ilkeston,DE7,52.9722,-1.3209,2;\
    Ilminster,TA19,50.9339,-2.9137,1;Ipswich,IP4,52.0600,1.1805,4;Ivybridge,PL21,50.3857,-3.9175,1;\
    Keighley,BD21,53.8641,-1.9057,2;Kendal,LA9,54.3256,-2.7427,2;Keswick,CA12,54.6021,-3.1333,1;\
    Kettering,NN16,52.4053,-0.7210,2;Kettleburgh,IP13,52.1848,1.3211,1;Kidderminster,DY10,52.3859,-2.2248,2;\
    Kilmersdon,BA3,51.2747,-2.4731,1;King Sterndale,SK17,53.2438,-1.8786,1;Kirkby,L33,53.4896,-2.8758,2;\
    Kirkby Ireleth,LA17,54.2386,-3.1755,1;Kirkby Stephen,CA17,54.4784,-2.3504,1;\
    Kirklinton,CA6,54.9942,-2.8926,1;Lambeth,SW2,51.4494,-0.1189,5;Lancaster,LA4,54.0696,-2.8512,3;\
    Langcliffe,BD24,54.0777,-2.2736,1;Leamington Spa,CV31,52.2782,-1.5236,2;Ledbury,HR8,52.0445,-2.4433,1;\
    Leicester,LE1,52.6338,-1.1281,4;Leiston,IP16,52.2040,1.5860,1;Leominster,HR6,52.2326,-2.7703,1;\
    Lichfield,WS13,52.6917,-1.8180,1;Linwood,LN8,53.3732,-0.3238,1;Liskeard,PL14,50.4635,-4.4646,1;\
    Little Torrington,EX38,50.9438,-4.1511,1;Loftus,TS13,54.5499,-0.8543,1;Longstock,SO20,51.1136,-1.5042,1;\
    Loughborough,LE11,52.7693,-1.2158,2;Louth,LN11,53.3732,0.0250,1;Lyme Regis,DT7,50.7286,-2.9466,1;\
    Lymington,SO41,50.7550,-1.5647,1;Lyndhurst,SO43,50.8873,-1.5834,1;Lynton,EX35,51.2236,-3.8275,1;\
    Lytham Saint Annes,FY8,53.7503,-3.0010,1;Mablethorpe,LN12,53.3293,0.2662,1;\
    Macclesfield,SK10,53.2779,-2.1290,3;Maidstone,ME14,51.2804,0.5411,3;Manchester,M13,53.4603,-2.2139,5;\
    Manningford,SN9,51.3240,-1.7861,1;Mansfield,NG19,53.1593,-1.1968,2;March,PE15,52.5359,0.0865,1;\
    Margate,CT9,51.3830,1.3906,3;Market Weighton,YO43,53.8498,-0.6895,1;Marlingford,NR9,52.6357,1.1097,1;\
    Marske,DL11,54.4384,-1.8751,1;Maryport,CA15,54.7116,-3.4810,1;Matlock Bath,DE4,53.1271,-1.5636,1;\
    Melbourn,SG8,52.0637,-0.0129,1;Melton Mowbray,LE13,52.7657,-0.8854,2;Methwold,IP26,52.5073,0.5774,1;\
    Micklefield,LS25,53.7858,-1.3306,1;Mickleover,DE3,52.9085,-1.5405,1;\
    Middleton Cheney,OX17,52.0729,-1.2894,1;Midhurst,GU29,50.9838,-0.7462,1;Mistley,CO11,51.9413,1.0789,1;\
    Monk Hesleden,TS27,54.7231,-1.2873,1;Much Wenlock,TF13,52.5780,-2.5815,1;\
    Muncaster,CA18,54.3541,-3.3896,2;Naunton,GL54,51.8969,-1.8634,1;Nawton,YO62,54.2428,-0.9932,1;\
    Nempnett Thrubwell,BS40,51.3464,-2.6907,1;New Mills,SK22,53.3724,-1.9850,1;\
    New Romney,TN28,50.9820,0.9523,1;Newbury,RG20,51.4032,-1.3357,2;Newhaven,BN9,50.7954,0.0506,1;\
    Newport,CB11,51.9994,0.2144,2;Newton on the Moor,NE65,55.3127,-1.7510,1;\
    North Muskham,NG23,53.1155,-0.8001,1;North Stainley,HG4,54.1564,-1.5666,1;\
    Northampton,NN1,52.2415,-0.8868,5;Northwich,CW9,53.2590,-2.5007,1;Norton,S5,53.4215,-1.4612,5;\
    Norwich,NR3,52.6433,1.2951,5;Okehampton Hamlets,EX20,50.7500,-4.0188,1;\
    Old Buckenham,NR16,52.4760,1.0616,1;Old Hunstanton,PE36,52.9360,0.5075,1;Old Leake,PE22,53.0483,0.0455,1;\
    Ompton,NG22,53.1783,-0.9705,1;Ormskirk,L39,53.5614,-2.8954,2;Osmaston,DE6,52.9936,-1.7169,1;\
    Oswestry Rural,SY10,52.8358,-3.1209,1;Oulton Broad,NR32,52.4890,1.7345,2;Ovington,IP25,52.5859,0.8389,1;\
    Owston,DN6,53.5961,-1.1764,1;Oxford,OX1,51.7445,-1.2598,4;Padstow,PL28,50.5337,-4.9665,1;\
    Peasmarsh,TN31,50.9623,0.6875,1;Pemberton,WN2,53.5364,-2.5825,5;Pickering,YO18,54.2587,-0.7672,1;\
    Pinchbeck,PE11,52.8071,-0.1662,1;Ponteland,NE20,55.0530,-1.7855,1;Preston,PR1,53.7578,-2.7008,2;\
    Queensbury,BD8,53.8010,-1.7813,5;Rame,PL10,50.3454,-4.2111,1;Ramsey,PE26,52.4529,-0.1132,1;\
    Redcar,TS10,54.6066,-1.0679,2;Redditch,B97,52.2989,-1.9545,3;Redruth,TR16,50.2327,-5.2199,2;\
    Ringwood,BH24,50.8438,-1.7855,1;Ripley,DE5,53.0446,-1.4018,2;Romford,RM11,51.5694,0.2194,5;\
    Ross-on-Wye,HR9,51.9082,-2.5815,1;Roundway,SN10,51.3359,-1.9871,1;Rowley,HU20,53.7884,-0.5123,1;\
    Rugby,CV22,52.3552,-1.2863,2;Runcorn,WA8,53.3719,-2.7411,2;Rushden,NN10,52.2915,-0.5967,1;\
    Salcombe,TQ8,50.2369,-3.7713,1;Salisbury,SP1,51.0740,-1.7887,2;Sancreed,TR19,50.1001,-5.6278,1;\
    Sandford,EX17,50.8118,-3.7020,1;Sandringham,PE35,52.8253,0.5115,1;Sandwich,CT13,51.2669,1.3304,1;\
    Scarborough,YO11,54.2651,-0.3953,2;Sedbergh,LA10,54.3143,-2.4935,1;Settrington,YO17,54.1363,-0.7540,1;\
    Shadforth,DH6,54.7528,-1.4639,1;Shaftesbury,SP7,51.0039,-2.1824,1;Shefford,SG17,52.0344,-0.3306,1;\
    Shepton Mallet,BA4,51.1710,-2.5307,1;Shouldham,PE33,52.6481,0.4689,1;Shrewsbury,SY2,52.7067,-2.7283,3;\
    Sittingbourne,ME10,51.3426,0.7370,3;Skeeby,DL10,54.4138,-1.6903,1;Skegness,PE25,53.1526,0.3362,1;\
    Sleaford,NG34,52.9875,-0.3910,1;Smallburgh,NR12,52.7597,1.4714,1;Soham,CB7,52.3661,0.3209,1;\
    Somerton,TA11,51.0604,-2.7021,1;South Petherwin,PL15,50.6322,-4.3999,1;Southminster,CM0,51.6622,0.8372,1;\
    Southport,L38,53.5242,-3.0500,5;Southwold,IP18,52.3299,1.6726,1;Sowerby,YO7,54.2237,-1.3496,1;\
    Spaxton,TA5,51.1463,-3.1038,1;Spennithorne,DL8,54.2927,-1.7849,1;Spilsby,PE23,53.1724,0.0918,1;\
    St Albans,AL2,51.7206,-0.3335,2;St Austell,PL25,50.3404,-4.7787,1;St Ives,PE27,52.3336,-0.0757,2;\
    St Keverne,TR12,50.0431,-5.1792,1;St Neots,PE19,52.2420,-0.2584,1;Stafford,ST17,52.7889,-2.0994,2;\
    Stallingborough,DN41,53.5835,-0.1947,1;Stamford,PE9,52.6542,-0.4801,1;Stanhope,DL13,54.7162,-1.9534,1;\
    Staplegrove,TA2,51.0330,-3.1011,1;Stawell,TA7,51.1300,-2.9119,1;Stevenage,SG1,51.9110,-0.1942,2;\
    Stony Stratford,MK12,52.0574,-0.8155,2;Stowupland,IP14,52.2060,1.0342,1;Stroud,GU32,51.0085,-0.9693,1;\
    Sudbury,CO10,52.0571,0.7236,1;Sulhamstead,RG7,51.3979,-1.0771,1;Sutton,SM1,51.3660,-0.1913,5;\
    Sutton in Ashfield,NG15,53.0452,-1.2034,2;Sutton upon Tern,TF9,52.8977,-2.4683,1;\
    Swanage,BH19,50.6110,-1.9689,1;Swanton Morley,NR20,52.7245,0.9812,1;Swineshead,PE20,52.9320,-0.1014,1;\
    Syleham,IP21,52.3643,1.2361,1;Tamworth,B77,52.6185,-1.6676,2;Tanworth-in-Arden,B94,52.3509,-1.7915,1;\
    Tarporley,CW6,53.1620,-2.6656,1;Tavistock,PL19,50.5560,-4.1545,1;Teignmouth,TQ14,50.5500,-3.5063,1;\
    Templecombe,BA8,50.9988,-2.4105,1;Tenbury,WR15,52.3048,-2.5676,1;Tetbury,GL8,51.6415,-2.1705,1;\
    Tetney,DN36,53.5109,-0.0364,1;Thame,OX9,51.7379,-0.9818,1;Thetford,IP24,52.4187,0.7590,1;\
    Thorlby,BD23,53.9926,-2.0534,1;Thorn,LU5,51.9083,-0.5127,1;Thornaby,TS17,54.5371,-1.3029,1;\
    Thornton-le-Clay,YO60,54.0824,-0.9406,1;Tiverton,EX16,50.9226,-3.4912,1;Todmorden,OL14,53.7139,-2.0985,1;\
    Tonbridge,TN11,51.2060,0.2692,3;Torquay,TQ3,50.4430,-3.5747,4;Towcester,NN12,52.1274,-0.9978,1;\
    Tregoney,TR2,50.2533,-4.9519,1;Tuddenham,IP28,52.3263,0.5492,1;Uckfield,TN22,50.9807,0.1001,1;\
    Upper Poppleton,YO26,53.9745,-1.1720,1;Upton,BH16,50.7378,-2.0439,2;Walkden,M28,53.5147,-2.3967,2;\
    Wallingford,OX10,51.6078,-1.1262,1;Wansbeck,NE63,55.1774,-1.5619,4;Wantage,OX12,51.5944,-1.4254,1;\
    Washington,NE37,54.9130,-1.5257,2;Watford,WD17,51.6614,-0.4051,5;Waverton,CA7,54.8070,-3.2370,2;\
    Wedmore,BS28,51.2251,-2.8135,1;Wednesfield,WV11,52.6100,-2.0709,3;Wellington,TF1,52.7025,-2.5032,3;\
    Wells-next-the-Sea,NR23,52.9487,0.8597,1;West Acre,PE32,52.7302,0.6276,1;\
    West Bridgford,NG2,52.9350,-1.1310,1;West Bromwich,B70,52.5201,-2.0029,5;\
    West Molesey,KT12,51.3772,-0.4064,3;Westbury,BA13,51.2620,-2.1792,1;\
    Weston-Super-Mare,BS22,51.3601,-2.9294,2;Weymouth,DT4,50.6092,-2.4636,2;\
    Whitchurch,RG28,51.2333,-1.3339,1;Whitchurch Rural,SY13,52.9515,-2.6892,1;\
    Whittingham,LA6,54.1754,-2.6113,1;Whyteleafe,CR6,51.3080,-0.0515,2;Winchester,SO23,51.0677,-1.3077,3;\
    Windlesham,GU18,51.3481,-0.6702,3;Windsor,SL4,51.4753,-0.6248,1;Winton,DL6,54.3704,-1.3888,1;\
    Wisbech,PE13,52.6690,0.1387,1;Wisborough Green,RH14,51.0320,-0.4824,1;Withernsea,HU19,53.7228,0.0357,1;\
    Woodditton,CB8,52.2308,0.4266,1;Woodley,RG5,51.4522,-0.9061,1;Woodstock,OX20,51.8566,-1.3581,1;\
    Wootton Courtenay,TA24,51.1814,-3.5096,1;Worcester,WR5,52.1774,-2.1989,5;Worthing,BN13,50.8304,-0.4052,4;\
    Yeovil,BA20,50.9375,-2.6419,2
    """
}
