// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words the guard knows, English and Welsh. Phrases are separated by commas and stand in the form the
// tokeniser gives: lower case, no accents, each run of letters or digits a part of its own ("2 ww"). Between
// parts a text may have nothing, a space, a dot, hyphen, slash or apostrophe, so "d o b" also finds "D.O.B.".
// Sources beside the lists where there is one; the rest is how British practices write.

namespace handbell::guard::words {

// clang-format off

//! What stands before somebody's address.
inline constexpr char16_t addressLabels[] =
    u"lives at,living at,lives on,lives in,resident at,residing at,staying at,address is,address,addr,"
    u"home address,moved to,new address,yn byw yn,cyfeiriad";

//! People spoken of as patients. Plurals that speak of patients in general are left out.
inline constexpr char16_t patient[] =
    u"pt,px,patient,aged,nok,next of kin,mum of,mother of,dad of,father of,son of,daughter of,wife of,"
    u"husband of,partner of,sister of,brother of,carer of,carer for,baby,registered,lives at,living at,"
    u"lives on,resident at,claf,y claf,perthynas agosaf,yn byw yn,mam i,mam,tad i,gofalwr";

//! Whose telephone and mail a practice notes for a patient. After "my" and "our" they are a colleague's.
inline constexpr char16_t relatives[] =
    u"mum,mam,mother,dad,father,parent,parents,son,daughter,wife,husband,partner,spouse,sister,brother,"
    u"grandson,granddaughter,grandma,grandmother,grandad,nan,nana,aunt,uncle,niece,nephew,guardian,"
    u"foster carer,carer,carers,neighbour,relative,family,next of kin,little one,caller,merch,mab,gwraig,gwr,"
    u"chwaer,brawd,rhieni,teulu,cymydog";

// "nhs" alone is no label: every practice says it all day.
inline constexpr char16_t nhsLabels[] =
    u"nhs no,nhs nos,nhs number,nhs num,nhs nr,nhs id,nhsno,nhs hash,rhif gig,rhif y gig,rhif nhs";
inline constexpr char16_t chiLabels[] =
    u"chi no,chi nos,chi number,chi num,chi nr,chi id,chino,rhif chi";
inline constexpr char16_t hscLabels[] =
    u"hsc no,hsc number,hsc num,h c no,h c number,h and c no,h and c number,hcn,hcn no,health and care number,"
    u"health and care no,health care number";
inline constexpr char16_t insuranceLabels[] =
    u"ni,ni no,n i,n i no,nino,ni number,ni num,nat ins,nat ins no,nat ins number,national insurance,"
    u"national insurance no,national insurance number,yswiriant gwladol,rhif yswiriant gwladol,rhif yg";
inline constexpr char16_t recordLabels[] =
    u"emis no,emisno,emisnumber,s 1 no,emis nos,emis number,emis num,emis nr,emis id,rhif emis,s 1 number,"
    u"s 1 id,s 1 num,systmone no,systmone number,systmone id,systemone no,systemone number,system one no,"
    u"system one number,systm one no,systm one number,tpp no,tpp number,vision no,vision number,vision id,"
    u"hospital no,hospital number,hospital num,hospital id,hosp no,hosp number,hosp num,hosp nr,hosp id,mrn,"
    u"mrn no,mrn number,k number,rxx no,rxx number,patient no,patient number,patient id,pt no,pt id,pt number,"
    u"pas no,pas number,case note no,casenote no,rhif ysbyty,rhif yr ysbyty,rhif claf,rhif y claf,rhif cofnod";
inline constexpr char16_t birthLabels[] =
    u"dob,d o b,date of birth,birth date,birthdate,born,b day,birthday,bday,dyddiad geni,dyddiad ei geni,"
    u"dyddiad ei eni,ganwyd,ganed,a anwyd,geni";

//! Tests, findings, complaints, conditions, treatment and medicines: what is said of somebody's health or
//! care. Medicines: the substances most dispensed in England (NHS Business Services Authority, Prescription
//! Cost Analysis) and the brand names people use for them.
inline constexpr char16_t clinicalCare[] =
    u"result,results,bloods,blood test,blood tests,blood result,blood results,blood form,blood form s,smear,"
    u"smears,swab,swabs,biopsy,biopsies,referral,referrals,referred,re referred,2 ww,2 w w,two week wait,"
    u"urgent suspected cancer,dx,rx,diagnosis,diagnosed,prognosis,meds,med review,meds review,medication,"
    u"medications,medication review,medicine,medicines,prescription,prescriptions,script,scripts,"
    u"repeat script,repeats,repeat prescription,antibiotics,abx,tablets,tablet,pill,pills,inhaler,inhalers,"
    u"nebuliser,injection,injections,inj,depo,depot,jab,jabs,vaccine,vaccination,vaccinations,immunisation,"
    u"immunisations,imms,mmr,flu jab,covid jab,b 12 injection,pneumo,shingrix,dressing,dressings,wound,wounds,"
    u"stitches,sutures,ulcer,ulcers,catheter,catheters,catheterised,stoma,syringe driver,peg feed,dosette,"
    u"blister pack,nomad,oxygen,home oxygen,nebs,cpap,insulin,insulin pen,creon,sick note,fit note,sicknote,"
    u"fitnote,med 3,dnar,dnacpr,respect form,end of life,eol,palliative,gold standard,hospice,bereavement,"
    u"discharge summary,discharge letter,discharged,clinic letter,outpatients,admitted,admission,a and e,a e,"
    u"ward round,theatre,operation,op date,surgery date,hernia op,hysterectomy,vasectomy,coil,coil fitting,"
    u"implant,ring pessary,pessary,minor surgery,cryotherapy,physio,physiotherapy,podiatry,chiropody,"
    u"counselling,therapy,iapt,talking therapies,camhs,cmht,crisis team,mental health,sectioned,section 2,"
    u"section 3,safeguarding,mash,social services,child protection,domestic abuse,domestic violence,dv,"
    u"capacity assessment,best interests,lpa,dols,pip form,esa form,mri,ct,ct scan,bone scan,x ray,xray,"
    u"x rays,ultrasound,uss,usg,ecg,echo,echocardiogram,holter,24 hour tape,24 hr tape,mammogram,colonoscopy,"
    u"endoscopy,gastroscopy,ogd,sigmoidoscopy,cystoscopy,colposcopy,dexa,dexa scan,spirometry,spiro,peak flow,"
    u"fit test,positive fit,fit result,urine sample,stool sample,stool,sputum,msu,urine dip,scan report,"
    u"scan result,scan results,home visit,memory clinic,6 week check,six week check,8 week check,baby check,"
    u"new baby check,postnatal,antenatal,midwife,health visitor,district nurse,dns,hba 1 c,a 1 c,egfr,u e,ues,"
    u"u es,lft,lfts,fbc,tft,tfts,crp,esr,psa,inr,hb,ferritin,troponin,trop,d dimer,ddimer,bnp,tsh,ca 125,"
    u"glucose,cholesterol,potassium,sodium,creatinine,qrisk,bmi,sats";
inline constexpr char16_t clinicalStates[] =
    u"pain,pains,painful,ache,aches,headache,headaches,migraine,migraines,chest pain,chest pains,back pain,"
    u"abdo pain,abdominal,tummy,stomach,breathless,short of breath,sob,doe,wheezy,wheezing,wheeze,cough,"
    u"coughing,fever,feverish,temp of,temperature of,pyrexial,rash,rashes,itching,itchy,vomiting,vomited,"
    u"d and v,d v,diarrhoea,constipation,constipated,nausea,bleeding,bleed,bled,haemorrhage,pr bleed,"
    u"pv bleeding,discharge pv,infection,infected,sepsis,septic,cellulitis,abscess,uti,thrush,chest infection,"
    u"ear infection,tonsillitis,sore throat,quinsy,flu,influenza,covid,covid positive,pneumonia,bronchitis,tb,"
    u"scabies,shingles,chickenpox,chicken pox,measles,mumps,whooping cough,scarlet fever,impetigo,norovirus,"
    u"c diff,mrsa,fall,falls,fell,fallen,collapsed,collapse,faint,fainted,dizzy,dizziness,unconscious,"
    u"unresponsive,confused,confusion,delirium,slurred,slurred speech,facial droop,stroke,strokes,tia,fitting,"
    u"fitted,seizure,seizures,epilepsy,epileptic,fracture,fractured,broken arm,broken leg,broken hip,"
    u"broken wrist,hip fracture,sprain,burn,burns,head injury,concussion,palpitations,palps,af,"
    u"atrial fibrillation,heart attack,mi,stemi,nstemi,angina,heart failure,hf,hypertension,hypertensive,"
    u"high bp,low bp,hypotension,dvt,pe,clot,aaa,anaemia,anaemic,cancer,cancers,tumour,tumours,lump,lumps,"
    u"breast lump,melanoma,mole,metastases,mets,lymphoma,leukaemia,myeloma,chemo,chemotherapy,radiotherapy,"
    u"oncology,diabetes,diabetic,t 1 dm,t 2 dm,type 1,type 2,hypo,hypos,dka,thyroid,hypothyroid,asthma,"
    u"asthmatic,copd,copd exacerbation,emphysema,asbestosis,sarcoidosis,pulmonary fibrosis,ckd,dialysis,"
    u"kidney stones,kidney,renal,liver,cirrhosis,hepatitis,hep b,hep c,jaundice,gallstones,pancreatitis,"
    u"crohns,crohn s,colitis,ibs,ibd,coeliac,reflux,hernia,piles,haemorrhoids,arthritis,gout,osteoporosis,"
    u"sciatica,fibromyalgia,polymyalgia,lupus,multiple sclerosis,parkinsons,parkinson s,motor neurone,mnd,"
    u"dementia,alzheimers,alzheimer s,memory loss,autism,autistic,adhd,asd,learning disability,depression,"
    u"depressed,low mood,anxiety,panic attack,panic attacks,psychosis,psychotic,bipolar,schizophrenia,"
    u"schizophrenic,ptsd,ocd,eating disorder,anorexia,bulimia,self harm,self harming,self harmed,suicidal,"
    u"suicide,suicidal thoughts,overdose,overdosed,od,alcoholic,alcohol problem,alcohol withdrawal,drug user,"
    u"drug misuse,addict,addiction,intoxicated,methadone,pregnant,pregnancy,preg,miscarriage,miscarried,"
    u"termination,top clinic,stillbirth,labour pains,morning sickness,contraception,contraceptive,infertility,"
    u"ivf,fertility,menopause,menopausal,hrt,periods,prolapse,endometriosis,pcos,erectile,ed meds,prostate,"
    u"testicular,hiv,hiv positive,sti,stis,std,chlamydia,gonorrhoea,syphilis,herpes,genital,gender clinic,"
    u"transgender,hormone injection,hormones,eczema,psoriasis,acne,alopecia,glaucoma,cataract,cataracts,"
    u"macular,hearing loss,tinnitus,vertigo,allergy,allergic,anaphylaxis,anaphylactic,epipen,pressure sore,"
    u"pressure sores,bed sore,bed sores,leg ulcer,leg ulcers,incontinent,incontinence,terminal,terminally ill,"
    u"dying,died,deceased,passed away,rip,death cert,death certificate,mccd,cremation form";
inline constexpr char16_t medicines[] =
    u"amoxicillin,amox,co amoxiclav,flucloxacillin,fluclox,doxycycline,doxy,clarithromycin,erythromycin,"
    u"azithromycin,nitrofurantoin,nitro,trimethoprim,cefalexin,ciprofloxacin,cipro,metronidazole,penicillin,"
    u"pen v,aciclovir,fluconazole,clotrimazole,terbinafine,paracetamol,ibuprofen,naproxen,diclofenac,codeine,"
    u"co codamol,cocodamol,dihydrocodeine,tramadol,morphine,oramorph,zomorph,oxycodone,oxycontin,fentanyl,"
    u"buprenorphine,butec,butrans,subutex,gabapentin,pregabalin,amitriptyline,nortriptyline,duloxetine,"
    u"venlafaxine,sertraline,citalopram,escitalopram,fluoxetine,paroxetine,mirtazapine,trazodone,"
    u"antidepressant,antidepressants,diazepam,lorazepam,temazepam,zopiclone,zolpidem,melatonin,propranolol,"
    u"quetiapine,olanzapine,risperidone,aripiprazole,haloperidol,clozapine,lithium,valproate,lamotrigine,"
    u"levetiracetam,keppra,carbamazepine,phenytoin,donepezil,memantine,madopar,sinemet,methylphenidate,"
    u"concerta,elvanse,atorvastatin,simvastatin,rosuvastatin,statin,statins,ezetimibe,amlodipine,ramipril,"
    u"lisinopril,perindopril,losartan,candesartan,bisoprolol,atenolol,furosemide,bumetanide,spironolactone,"
    u"indapamide,bendroflumethiazide,doxazosin,digoxin,amiodarone,warfarin,apixaban,eliquis,rivaroxaban,"
    u"edoxaban,dabigatran,doac,clopidogrel,aspirin,gtn,gtn spray,isosorbide,metformin,gliclazide,sitagliptin,"
    u"dapagliflozin,empagliflozin,semaglutide,ozempic,wegovy,mounjaro,tirzepatide,liraglutide,novorapid,"
    u"lantus,levemir,humalog,humulin,libre,freestyle libre,levothyroxine,thyroxine,carbimazole,prednisolone,"
    u"pred,steroids,hydrocortisone,methotrexate,sulfasalazine,hydroxychloroquine,azathioprine,dmard,dmards,"
    u"alendronic acid,alendronate,denosumab,prolia,allopurinol,colchicine,omeprazole,lansoprazole,"
    u"esomeprazole,gaviscon,ranitidine,famotidine,mebeverine,buscopan,loperamide,laxido,movicol,senna,"
    u"lactulose,ondansetron,cyclizine,metoclopramide,salbutamol,ventolin,clenil,fostair,symbicort,seretide,"
    u"trelegy,trimbow,tiotropium,spiriva,montelukast,cetirizine,loratadine,fexofenadine,chlorphenamine,"
    u"solifenacin,mirabegron,tamsulosin,finasteride,sildenafil,viagra,tadalafil,oestrogen,estradiol,oestrogel,"
    u"utrogestan,evorel,tibolone,testosterone,sustanon,norethisterone,progesterone,microgynon,rigevidon,"
    u"cerazette,desogestrel,cocp,combined pill,mini pill,morning after pill,levonorgestrel,ellaone,mirena,"
    u"nexplanon,depo provera,zoladex,prostap,decapeptyl,tamoxifen,letrozole,anastrozole,hydroxocobalamin,"
    u"b 12 inj,folic acid,ferrous sulfate,ferrous fumarate,iron tablets,vitamin d,adcal,ensure drinks,"
    u"fortisip,betnovate,eumovate,hydromol,diprobase,fucidin,chloramphenicol,latanoprost,hyoscine,midazolam,"
    u"naloxone,naltrexone,acamprosate,disulfiram,varenicline,champix,truvada,prep meds,antiviral,antivirals,"
    u"paxlovid,epinephrine,adalimumab,humira,etanercept,benepali,infliximab,rituximab,ustekinumab,secukinumab,"
    u"biologic,biologics,tacrolimus,ciclosporin,mycophenolate,imatinib,hydroxycarbamide,mesalazine,pentasa,"
    u"budesonide,octasa,linaclotide,orlistat,xenical,saxenda,contrave,phentermine,nicorandil,ivabradine,"
    u"sacubitril,entresto,eplerenone,ticagrelor,brilique,prasugrel,enoxaparin,clexane,dalteparin,fragmin,"
    u"heparin,lmwh,tranexamic acid,vitamin b 12,vitamin k,calcium,adcal d 3,cinacalcet,alfacalcidol,eplim,"
    u"clonazepam,clobazam,topiramate,zonisamide,primidone,baclofen,tizanidine,botox,sumatriptan,rizatriptan,"
    u"triptan,erenumab,pizotifen,ropinirole,pramipexole,rotigotine,rivastigmine,galantamine,lisdexamfetamine,"
    u"atomoxetine,guanfacine,dexamfetamine,bupropion,zyban,vortioxetine,agomelatine,lurasidone,paliperidone,"
    u"flupentixol,zuclopenthixol,clopixol,depixol,modecate,promethazine,hydroxyzine,prochlorperazine,stemetil,"
    u"cinnarizine,betahistine,domperidone,glycopyrronium,nystatin,daktarin,canesten,miconazole,permethrin,"
    u"malathion,ivermectin,aldara,efudix,imiquimod,dovobet,dermovate,elocon,protopic,cetraben,epaderm,dermol,"
    u"zinc and castor,cavilon,sudocrem,otomize,sofradex,gentisone,hypromellose,viscotears,timolol,bimatoprost,"
    u"travoprost,brinzolamide,eye drops,ear drops,nasal spray,beconase,mometasone,nasonex,avamys,"
    u"carbocisteine,theophylline,uniphyllin,bricanyl,relvar,duoresp,braltus,incruse,anoro,spacer,aerochamber,"
    u"nicotine patches,nrt,gliptin,linagliptin,saxagliptin,canagliflozin,exenatide,dulaglutide,trulicity,"
    u"byetta,bydureon,toujeo,tresiba,abasaglar,fiasp,apidra,novomix,humulin m 3,glucagon,glucogel,"
    u"lucozade for hypo,test strips,needles,lancets,sharps bin,sensors,dexcom,omnipod,insulin pump,raloxifene,"
    u"clomid,clomifene,cabergoline,bromocriptine,desmopressin,oxybutynin,tolterodine,trospium,vesicare,"
    u"betmiga,dutasteride,avodart,combodart,cialis,pde 5,vagifem,ovestin,premarin,kliovance,elleste,femoston,"
    u"qlaira,yasmin,marvelon,gedarel,noriday,zelleta,cerelle,depo medrone,kenalog,sayana,jaydess,kyleena,"
    u"copper coil,misoprostol,mifepristone,oxytocin,anti d,folic,pregaday,fefol,galfer,fersamal,"
    u"nutrition drinks,fortijuice,fresubin,aymes,thickener,resource thicken up,nutilis,pabrinex,thiamine,"
    u"vitamin b co strong";

//! Parts of the body and how they are when something is wrong: beside a name they speak of somebody's health.
inline constexpr char16_t clinicalBody[] =
    u"ankle,ankles,arm,armpit,bladder,bowel,bowels,breast,breasts,cervix,chest,chin,collarbone,ear,ears,elbow,"
    u"eyelid,finger,fingers,foot,feet,forearm,gallbladder,groin,gum,gums,hamstring,heel,hip,hips,jaw,knee,"
    u"knees,leg,legs,lung,lungs,neck,nipple,ovary,ovaries,pelvis,pelvic,penis,rectal,rib,ribs,scalp,scrotum,"
    u"shin,shoulder,shoulders,sinus,sinuses,skin,spine,spleen,testicle,throat,thigh,thumb,toe,toes,toenail,"
    u"toenails,tonsils,uterus,vagina,vaginal,womb,vulva,wrist,wrists,achilles,swollen,swelling,bruised,"
    u"bruising,bruise,numb,numbness,tingling,sore,stiff,stiffness,weeping,oozing,pus,blister,blisters,boil,"
    u"boils,lesion,lesions,cyst,cysts,wart,warts,verruca,verrucas,rubbing,unwell,poorly,ill,worse,"
    u"deteriorating,deteriorated,hurting,hurts,injured,injury,injuries,bitten,dog bite,stung,choking,choked,"
    u"cant breathe,can t breathe,struggling to breathe,not eating,not drinking,losing weight,weight loss,"
    u"weight gain,tired all the time,tatt,fatigue,exhausted,insomnia,not sleeping,night sweats,sweats,"
    u"shivering,shakes,tremor,tremors,twitching,cramps,cramping,lightheaded,light headed,unsteady,wobbly,"
    u"weakness,paralysed,hoarse,earache,ear ache,toothache,heartburn,indigestion,bloating,bloated,blood in,"
    u"passing blood,coughing up,sick with,being sick,been sick,hungover,withdrawing,hallucinating,"
    u"hearing voices,paranoid,manic,agitated,tearful,weepy,suicidal ideation,wants to die,end his life,"
    u"end her life,cutting,self neglect,hoarding,wandering,sundowning,aggressive,violent,vulnerable,frail,"
    u"frailty,housebound,bedbound,bed bound,immobile,wheelchair,zimmer,walking frame,hearing aid,hearing aids,"
    u"partially sighted,registered blind,blind,deaf,disabled,disability,blue badge";
//! Specialties, services and places of care: to be sent there says why.
inline constexpr char16_t clinicalServices[] =
    u"cardiology,cardio,dermatology,derm,dermatologist,gynae,gynaecology,ent,urology,urologist,ortho,"
    u"orthopaedic,orthopaedics,neurology,neuro,neurologist,rheumatology,rheum,gastro,gastroenterology,paeds,"
    u"paediatrics,paediatrician,oncologist,haem,ophthalmology,eye clinic,max fax,maxillofacial,vascular,"
    u"respiratory,resp clinic,endocrine,endocrinology,nephrology,colorectal,breast clinic,breast screening,"
    u"chest clinic,fracture clinic,pain clinic,falls clinic,stroke clinic,diabetic clinic,warfarin clinic,"
    u"inr clinic,heart failure clinic,copd clinic,asthma review,asthma check,diabetic review,diabetes review,"
    u"copd review,epilepsy review,dementia review,frailty review,ld review,annual review,annual check,"
    u"nhs health check,smear test,cervical screening,bowel screening,aaa screening,retinal screening,"
    u"eye screening,psychiatry,psychiatrist,psychologist,psychology,psych,cpn,eating disorders,"
    u"drug and alcohol,detox,rehab,smoking cessation,weight management,bariatric,sexual health,gum clinic,"
    u"family planning,early pregnancy,epau,maternity,fertility clinic,genetics,audiology,dietitian,dietician,"
    u"occupational therapy,speech and language,salt assessment,continence,tissue viability,lymphoedema,"
    u"wound clinic,leg clinic,community nurse,community matron,macmillan,marie curie,palliative care,"
    u"rapid response,virtual ward,intermediate care,icu,itu,hdu,resus,paramedics,ambulance,999,blue light,"
    u"blue lighted,inpatient,in patient,admitting,readmitted,on the ward,discharge planning,social worker,"
    u"care package,package of care,carers assessment,respite,nursing assessment,chc,continuing healthcare,"
    u"fast track,safeguarding referral,marac,child in need,looked after child,lac review,adoption medical,"
    u"fostering medical,insurance report,medical report,capacity,sars medical,dvla medical,hgv medical,"
    u"private referral,second opinion,iud,iucd,ius,joint injection,steroid injection,ear syringing,ear wax,"
    u"microsuction,ecg trace,24 hr bp,24 hour bp,home bp,home readings,bp reading,bp readings,bp check,"
    u"blood pressure,pulse of,weight of,peak flows,temp 3,temp 4,temperature,sats of,o 2 sats,spo 2,"
    u"news score,news 2,gcs,bm of,bms,blood sugar,blood sugars,ketones,acr,urine acr,fbc result,k level,"
    u"sodium low,low sodium,raised psa,calprotectin,fit kit,h pylori,stool test,coeliac screen,sti screen,"
    u"chlamydia test,pregnancy test,ct result,mri result,mri scan,histology,cytology,path result,"
    u"microbiology result,genetic test,allergy test,patch test,nerve conduction,eeg,sleep study,sleep apnoea,"
    u"cardiac,pacemaker,stent,bypass,valve,ablation,cardioversion,amputation,amputated,transplant,"
    u"knee replacement,hip replacement,hysteroscopy,c section,caesarean,d and c,lumpectomy,mastectomy,"
    u"appendix,appendicitis,tonsillectomy,circumcision,grommets,squint,cataract op,post op,pre op,post natal,"
    u"ante natal,breastfeeding,mastitis,bottle feeding,colic,teething,croup,bronchiolitis,nappy rash,"
    u"bedwetting,developmental,growth hormone,puberty,head lice,threadworms,worms,hand foot and mouth,"
    u"slapped cheek,meningitis,glandular fever,lyme,malaria,hep b jab,yellow fever,rabies,travel vaccines,"
    u"typhoid";
//! What people say at a desk and on a telephone, and what makes them need help.
inline constexpr char16_t clinicalLay[] =
    u"visit,visits,visiting,visited,discharge,blood,paramedic,amb,ambo,bluelight,first responder,tongue,tooth,"
    u"teeth,lip,lips,mouth,bite,bites,sedated,epi pen,reduced mvts,reduced movements,baby moving,not moving,"
    u"bandage,bandages,bandaging,bandaged,hosiery,ulcerated,cream,creams,ointment,lotion,eye drop,drops,spray,"
    u"gel,patch,patches,pessaries,sachet,sachets,capsule,capsules,syrup,liquid paracetamol,suspension,linctus,"
    u"eardrops,prescribed,prescribing,prescribe,reissue,reissued,repeat request,repeat meds,acute rx,"
    u"dispensed,consultant,surgeon,specialist nurse,hospital letter,hospital appt,hospital appointment,"
    u"in hospital,from hospital,to hospital,hospital bed,hospital transport,on the ward,the ward,optician,"
    u"dentist,dental,chiropodist,osteopath,chiropractor,scan,scan appt,scan date,monitoring,drug monitoring,"
    u"emergency admission,intubated,ventilated,life support,high dependency,day case,day surgery,"
    u"pre assessment,clinical trial,research study,medication error,wrong meds,wrong dose,missed dose,"
    u"missed doses,duplicate meds,care home resident,nursing care,end stage,comfort care,symptom,symptoms,"
    u"symptomatic,asymptomatic,treatment,treated,illness,sick,condition worse,operation,procedure,examined,"
    u"examination,outbreak,tested positive,swabbed,isolating,self isolating,quarantine,flu like,history of,hx,"
    u"sx,tx,pmh,nkda,tto,ttos,tta,ttas,lmp,edd,nof,mau,sdec,amu,ccu,sau,eau,scbu,nicu,dnv,welfare check,"
    u"visit request,visit requested,home visit,house visit,housecall,house call,controlled drugs,cds,"
    u"blister packs,nomads,incontinence,continence pads,enteral feed,feed pump,pump alarm,driver alarm,"
    u"oxygen alarm,oxygen cylinder,cylinder empty,cylinders,telecare,careline,pendant alarm,fall alarm,"
    u"lifeline,reablement,carers not turned up,care plan,advance care plan,acp,treatment escalation,tep,"
    u"ceilings of care,not for resus,verify death,expected death,unexpected death,sudden death,bereaved,widow,"
    u"widower,life expectancy,prognosis poor,metastatic,secondaries,primary cancer,breast cancer,bowel cancer,"
    u"prostate cancer,skin cancer,cervical cancer,ovarian cancer,remission,relapse,recurrence,flare,flare up,"
    u"exacerbation,episode,attack,choking fit,reaction,side effect,side effects,intolerance,intolerant,"
    u"allergies,adverse reaction,overdue smear,smear overdue,non compliant,compliance,concordance,"
    u"stopped taking,ran out of,run out of,early request,lost script,lost meds,stolen meds,dose,doses,dosage,"
    u"titration,titrating,loading dose,weaning,tapering,top up,infusion,transfusion,blood transfusion,iv,ivs,"
    u"cannula,picc,picc line,port flush,line flush,injected,inject,vaccinated,unvaccinated,immunised,jabbed,"
    u"second dose,first dose,third dose,booster dose,kidney function,liver function,renal function,"
    u"bone density,bone profile,clotting,clotting screen,blood count,white cells,platelets,neutrophils,"
    u"haemoglobin,lipids,cortisol,prolactin,oestradiol,vitamin levels,drug levels,lithium level,dig level,"
    u"digoxin level,troponins,psych referral,crisis,crisis line,crisis call,suicide risk,risk to self,"
    u"risk to others,detained,mental capacity,lacks capacity,vision,sight,cant sleep,can t sleep,cant walk,"
    u"can t walk,cant wee,can t wee,cant pee,can t pee,cant see,can t see,cant swallow,can t swallow,cant eat,"
    u"can t eat,cant hear,can t hear,cant move,can t move,cant stand,can t stand up,not sleeping,not walking,"
    u"not breathing,not waking,not responding,not peeing,not weeing,eyesight,floaters,flashes of light,"
    u"double vision,blurred,blurry,conjunctivitis,sticky eye,red eye,stye,eye,eyes,retina,retinal,retinopathy,"
    u"iritis,nosebleed,nose bleed,epistaxis,snoring,swallowing,swallowed,dysphagia,ear drum,eardrum,glue ear,"
    u"sinusitis,hayfever,hay fever,runny nose,blocked nose,nose,sneezing,mouth ulcer,laryngitis,the runs,"
    u"bunged up,laxative,throwing up,threw up,puking,puked,bowel motion,poo,pooing,bum,tummy bug,"
    u"food poisoning,gastroenteritis,gastritis,appendix,hiccups,bile,haemorrhoid,fissure,fistula,"
    u"diverticulitis,crohn,ulcerative,gallstone,breathing,chesty,phlegm,crackles,concentrator,ltot,nebuliser,"
    u"panicking,hyperventilating,gasping,blue lips,cyanosed,pleurisy,pneumothorax,pulmonary,"
    u"pulmonary embolism,lung cancer,murmur,pulse,tachycardia,bradycardia,blackout,blacked out,passed out,"
    u"faints,fainting,syncope,chest tightness,tight chest,oedema,varicose,varicose veins,blood clot,"
    u"blood clots,aneurysm,tic,tics,pins and needles,forgetful,muddled,disorientated,disoriented,concussed,"
    u"knocked out,palsy,bells palsy,bell s palsy,neuropathy,neuralgia,brain,brain bleed,brain scan,head scan,"
    u"fits at night,febrile,febrile convulsion,convulsion,convulsions,spasm,spasms,broke her,broke his,"
    u"dislocated,sprained,twisted her,twisted his,limping,limp,slipped disc,prolapsed disc,bunion,"
    u"frozen shoulder,tennis elbow,carpal tunnel,trigger finger,acl,ligament,tendon,plaster cast,in plaster,"
    u"crutches,splint,knee brace,bones,bone,joint,joints,spots,itch,hives,urticaria,ringworm,athletes foot,"
    u"lice,nits,scald,scalded,sunburn,gash,laceration,lacerated,ingrowing,ingrown,skin tag,keratosis,bcc,scc,"
    u"rosacea,cold sore,cold sores,vitiligo,scar,mole check,blood blister,urine,wee,weeing,peeing,"
    u"passing water,cystitis,kidney stone,bladder,incontinence pads,leg bag,night bag,bypassing,erection,"
    u"period,missed period,period pain,heavy bleeding,spotting,ectopic,epu,early scan,dating scan,"
    u"12 week scan,20 week scan,booking appt,waters broke,contractions,in labour,hot flush,hot flushes,"
    u"flushes,fibroid,fibroids,polyp,polyps,sterilisation,sterilised,contraceptive pill,condom,condoms,"
    u"newborn,premature,neonatal,off feeds,not feeding,floppy,not gaining,failure to thrive,centile,centiles,"
    u"wet nappies,nappies,rotavirus,men b,preschool booster,pre school booster,booster,boosters,12 month imms,"
    u"8 week imms,bumped head,banged his head,banged her head,bang on the head,bump on head,end it,end it all,"
    u"kill himself,kill herself,kill themselves,kill myself,harm himself,harm herself,harming,crying,anxious,"
    u"stress,stressed,breakdown,counsellor,therapist,cbt,drink problem,drinking again,heavy drinker,drunk,"
    u"smelt of alcohol,alcohol,sober,smoker,smokes,vaping,cannabis,cocaine,heroin,ketamine,needle exchange,"
    u"legal highs,rehab,black eye,bruises,abuse,abused,abusive,assault,assaulted,rape,raped,domestic,refuge,"
    u"fgm,neglect,neglected,exploitation,grooming,coercive,controlling,honour based,forced marriage,"
    u"radicalised,prevent referral,pip,dla,attendance allowance,carers allowance,universal credit,"
    u"work capability,housing letter,off sick,sick pay,sickness,phased return,critical illness,life insurance,"
    u"income protection,firearms,shotgun,power of attorney,statement of fitness,death,coroner,cremation,"
    u"verification of death,just in case meds,anticipatory meds,anticipatories,jic,jic meds,syringe pump,"
    u"last days,weeks to live,months to live,ng tube,peg,peg tube,stoma bag,stoma bags,ostomy,colostomy,"
    u"ileostomy,tracheostomy,trachy,trachea,bipap,niv,commode,hoist,profiling bed,pressure mattress,"
    u"compression stockings,stockings,sip feeds,supplements,prosthesis,prosthetic,artificial limb,orthotics,"
    u"insoles,glasses prescription,ungradable,audiogram,urodynamics,lumbar puncture,angiogram,angioplasty,"
    u"treadmill test,abpm,low iron,deranged,abnormal,prediabetic,prediabetes,pre diabetic,cholesterol high,"
    u"thyroid test,hormone test,sperm count,semen,paternity,dna test,nuclear scan,pet scan,barium,sedation,"
    u"anaesthetic,general anaesthetic,local anaesthetic,biopsied,excision,excised,stitches out,clips out,"
    u"staples,catheter change,recatheterised,trial without catheter,twoc,bladder scan,enema,suppository,"
    u"suppositories,eye test,hearing test,vital signs,obs,observations,collapse pack,defib,defibrillator,cpr,"
    u"cardiac arrest,peri arrest,anaphylaxis kit,unwell,feeling faint,feels faint,going blue,turning blue,"
    u"lad concussed,nauseous,queasy,retching,gagging,choked on,hot and cold,rigors,clammy,sweaty,sweating,"
    u"drowsy,lethargic,lethargy,weakness,frailer,poor mobility,off legs,off her legs,off his legs,off food,"
    u"not coping,struggling,fell over,tripped,slipped,knocked down,rta,car crash,whiplash,stab,stabbed,"
    u"stabbing,burnt,electrocuted,drowned,drowning,poisoned,poisoning,fume,carbon monoxide,bitten by,"
    u"scratched by,tick bite,wasp sting,bee sting,sting,needlestick,needle stick,rotator cuff,spondylosis,"
    u"spondylitis,stenosis,scoliosis,osteoarthritis,rheumatoid,raynauds,vasculitis,temporal arteritis,gca,pmr,"
    u"polycystic,addisons,cushings,haemochromatosis,haemophilia,sickle cell,thalassaemia,g 6 pd,"
    u"cystic fibrosis,muscular dystrophy,cerebral palsy,downs,downs syndrome,down s syndrome,spina bifida,"
    u"huntingtons,motor neurone disease,guillain barre,me cfs,chronic fatigue,long covid,hypothermia,"
    u"heatstroke,dehydrated,dehydration,malnourished,obese,obesity,overweight,underweight,anorexic,bulimic,"
    u"personality disorder,eupd,borderline personality,schizoaffective,catatonic,phobia,agoraphobia,"
    u"gender dysphoria,tourettes,dyslexia,dyspraxia,selective mutism,school refuser,learning difficulties,"
    u"non verbal,ehcp,heart,heart disease,heart attack,iron deficiency,iron infusion,weaker,out of breath";
//! What Welsh speakers say of health; add() also knows the mutations.
inline constexpr char16_t clinicalWelsh[] =
    u"canlyniadau,canlyniad,prawf,profion,prawf gwaed,profion gwaed,gwaed,presgripsiwn,presgripsiynau,"
    u"meddyginiaeth,meddyginiaethau,moddion,tabledi,tabled,brechiad,brechiadau,brechlyn,brechu,atgyfeiriad,"
    u"atgyfeirio,cyfeirio,nodyn salwch,nodyn ffitrwydd,nodyn meddyg,diogelu,pelydr x,sgan,llawdriniaeth,"
    u"llawfeddygaeth,pigiad,rhwymyn,anadlydd,inswlin,gwrthfiotig,gwrthfiotigau,beichiog,beichiogrwydd,canser,"
    u"stroc,poen,poenau,poen yn y frest,peswch,twymyn,brech,clefyd siwgr,clefyd y galon,dementia,iselder,"
    u"pryder,gorbryder,hunanladdiad,hunan niweidio,gwaedu,cwymp,cwympo,cwympodd,syrthio,syrthiodd,disgyn,"
    u"haint,asthma,llosg,epilepsi,marw,bu farw,gorddos,erthyliad,camesgoriad,clust,pen glin,poen cefn,coes,"
    u"braich,bola,stumog,calon,ysgyfaint,cur pen,pen tost,annwyd,ffliw,tymheredd,anadlu,diffyg anadl,yn sal,"
    u"n sal,tost,anaf,anafu,clwyf,archwiliad,iechyd meddwl,pwysedd gwaed,alergedd,biopsi,cemotherapi,"
    u"radiotherapi,ambiwlans,llewygu,llewygodd,chwydu,dolur rhydd,rhwymedd,briw,lwmp,chwydd,wedi chwyddo,"
    u"asgwrn,torri ei goes,torri ei braich,ffisio,fydwraig,bydwraig,gofal lliniarol,gofal diwedd oes,hosbis,"
    u"cathetr,wlser,adolygiad,sgrinio,prawf ceg y groth,papur salwch,salwch,afiechyd,clefyd,trawiad,"
    u"trawiad ar y galon,ffitiau,llygad,llygaid,trwyn,gwddf,gwddw,dolur,dolur gwddf,dannedd,penglin,ysgwydd,"
    u"troed,traed,croen,smotiau,cosi,llosgi,brathiad,gwaelu,gwael,wedi torri,sigo,cysgu,methu cysgu,blinedig,"
    u"blino,pendro,dryslyd,anghofus,colli cof,clinig cof,pryderus,isel,crio,camddefnyddio,alcohol,cyffuriau,"
    u"ysmygu,babi newydd,genedigaeth,geni babi,misglwyf,atal cenhedlu,bronnau,fron,mamogram,prostad,pledren,"
    u"arennau,aren,afu,coluddyn,siwgr,pwysedd,pwls,cleifion mewnol,meddyg teulu,nyrs ardal,"
    u"gweithiwr cymdeithasol,cam drin,camdriniaeth,esgeulustod,trais,trais domestig,angladd,marwolaeth,"
    u"tystysgrif marwolaeth,crwner";

//! A number that counts goods, not people.
inline constexpr char16_t order[] =
    u"order,orders,purchase order,ref,refs,reference,invoice,invoices,inv,po,batch,lot,serial,ticket,asset,"
    u"account,acct,tracking,parcel,quote,barcode,imei,case ref,job no,job number,docket,consignment,archeb,"
    u"anfoneb";
//! A number of a place of work.
inline constexpr char16_t workplace[] =
    u"ext,extn,extension,extensions,fax,pharmacy,chemist,fferyllfa,estyniad,ffacs";
//! Places and services whose telephone number is no patient's, whatever care is spoken of.
inline constexpr char16_t institution[] =
    u"lab,labs,path lab,pathology,haematology,microbiology,radiology,switchboard,helpline,helpdesk,help desk,"
    u"service desk,supplier,suppliers,engineer,engineers,courier,couriers,hospital,hosp,infirmary,ward,clinic,"
    u"dept,department,service,council,icb,nursing home,care home,hospice,hub,111,oncall,on call,rep,agency,"
    u"surgery,practice,head office,company,social services,out of hours,ooh,ysbyty,clinig,labordy,cyngor,adran";
inline constexpr char16_t calling[] =
    u"ring,rang,call,called,calls,callback,phone,phoned,tel,telephone,mobile,mob,cell,text,contact,whatsapp,"
    u"number,ffonio,ffoniwch,ffon,galw,rhif ffon,symudol";
//! A date of a thing or an event, not of a birth.
inline constexpr char16_t paperwork[] =
    u"order,ref,invoice,batch,lot,serial,rota,expiry,expires,expired,expire,exp,dated,version,policy,policies,"
    u"minutes,inspection,inspected,sort code,warranty,contract,installed,purchased,bought,serviced,service,"
    u"calibrated,calibration,lease,signed,delivered,delivery,delivery note,report,published,certificate,cert,"
    u"guideline,guidance,audit,review date,reviewed,since,until,effective,issued,meeting,agm,built,founded,"
    u"appraisal,employed,employment,training,trained,renewed,renewal,licence,licensed,registration,pat test,"
    u"pat tested,tested,fire drill,backup,backed up,upgrade,upgraded,migrated,migration,go live,went live,"
    u"update,updated,revision,revised,edition,leaflet,poster,protocol,sop,template,spec,manual,minuted,stock,"
    u"manufactured,cqc,qof,pcn,deed,insurance,accreditation,accredited,archive,archived,records from,"
    u"last visit,last inspection,lease dated,rent review,dyddiedig,cytundeb,anfoneb,adroddiad,cyfarfod,polisi,llythyr,ers";

//! Phrases that hold a word above and mean nothing; the longest wins.
inline constexpr char16_t empty[] =
    u"hand gel,gel pens,scan and,scan in,scan the,scan this,scan it,scan them,scan your,ice cream,ice creams,"
    u"drops off,drop off,drops in,cream cakes,cream cake,cream tea,spray cleaner,cqc visit,rep visit,"
    u"site visit,visit from,visit us,visiting hours,big mouth,word of mouth,blood pressure machine,"
    u"blood pressure machines,blood fridge,first bite,off sick,sick day,sick days,sick leave,sick pay form,"
    u"sick bowl,sick bowls,sick of,heart attack me,care plan template,care plans template,dose of,"
    u"second dose clinic,keep an eye,keeping an eye,an eye on,eye on,eye out,see eye to eye,heart of,by heart,"
    u"low on,vaping policy,smoke alarm,smoke alarms,stress free,death by,nhs no longer,emis no longer,"
    u"patient no longer,hospital no longer,pt no longer,lot of,lots of,order to,in order,number of,a number,"
    u"medicine cupboard,ring fence,call centre,pain in the,pain in the neck,pain to,pain when,fell through,"
    u"fall off,fall through,fell off,fall in,fell out,pill box,stroke of,born in mind,fitting room,burn out,"
    u"patient list,patient leaflet,patient leaflets,patient information,patient access,patient group,"
    u"patient survey,patient participation,patient transport,patient record,patient records,patient data,"
    u"patient safety,patient toilet,patient toilets,patient chairs,patient wifi,patient portal,"
    u"patient services,patient experience,patient feedback,patient numbers,patient details,patient notes,"
    u"patient confidentiality,patient names,patient name,patient identifiable,patient centred,patient facing,"
    u"baby clinic,baby clinics,baby scales,baby change,baby changing,baby imms,baby shower,baby clinic list,"
    u"be patient,patient with,so patient,very patient,death of,dying to,dying for,died on me,flu clinic,"
    u"flu clinics,flu season,covid clinic,covid clinics,covid boosters,covid rules,registered nurse,"
    u"registered manager,registered office,registered post,registered with,registered for,registered charity,"
    u"being registered,born to";

// clang-format on

} // namespace handbell::guard::words
