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
