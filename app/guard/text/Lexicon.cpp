// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Lexicon.h"

#include <QList>

#include <algorithm>

namespace handbell::guard {

namespace {

// Phrases are separated by commas and stand in the form the tokeniser gives: lower case, no accents, each run
// of letters or digits a part of its own ("2 ww"). Between parts a text may have nothing, spaces, a dot,
// hyphen, slash or apostrophe, so "d o b" also finds "D.O.B.". Plurals that speak of patients in general are
// left out.

constexpr char16_t patientWords[] =
    u"pt,px,patient,aged,nok,next of kin,mum of,mother of,dad of,father of,son of,daughter of,wife "
    u"of,husband of,"
    u"carer of,baby,registered,lives at,living at,claf,perthynas agosaf,yn byw yn";
// "nhs" alone is no label: every practice says it all day.
constexpr char16_t nhsLabels[] =
    u"nhs no,nhs nos,nhs number,nhs num,nhs nr,nhs id,nhsno,rhif gig,rhif y gig,rhif nhs";
constexpr char16_t birthLabels[] = u"dob,d o b,date of birth,birth date,birthdate,born,b "
                                   u"day,birthday,dyddiad geni,dyddiad ei geni,ganwyd,ganed";
constexpr char16_t clinicalWords[] =
    u"result,results,bloods,blood test,blood "
    u"tests,smear,smears,swab,swabs,biopsy,biopsies,referral,referrals,"
    u"referred,2 ww,two week wait,dx,rx,diagnosis,diagnosed,meds,med "
    u"review,medication,medications,medicine,medicines,"
    u"prescription,prescriptions,antibiotics,amoxicillin,insulin,statin,statins,methotrexate,warfarin,"
    u"apixaban,"
    u"sertraline,citalopram,fluoxetine,mirtazapine,morphine,codeine,tramadol,diazepam,pregabalin,gabapentin,"
    u"methadone,"
    u"salbutamol,metformin,ramipril,levothyroxine,omeprazole,lithium,clozapine,hrt,antidepressant,"
    u"antidepressants,"
    u"tablets,inhaler,pregnant,pregnancy,miscarriage,miscarried,termination,contraception,contraceptive,"
    u"suicidal,"
    u"suicide,self harm,self "
    u"harming,overdose,overdosed,hiv,sti,chlamydia,syphilis,hepatitis,safeguarding,sick note,"
    u"fit note,sicknote,fitnote,hba 1 c,chest pain,chest "
    u"pains,cancer,chemo,chemotherapy,tumour,stroke,tia,dementia,"
    u"depression,depressed,anxiety,psychosis,psychotic,bipolar,schizophrenia,diabetes,diabetic,epilepsy,"
    u"seizure,"
    u"seizures,asthma,copd,sectioned,alcoholic,mri,ct scan,bone scan,x "
    u"ray,xray,ultrasound,ecg,mammogram,colonoscopy,"
    u"endoscopy,urine sample,stool sample,psa,inr,breathless,bleeding,infection,uti,palliative,dnacpr,dnar,"
    u"end of life,asbestosis,rash,vomiting,canlyniadau,canlyniad,prawf gwaed,profion "
    u"gwaed,presgripsiwn,meddyginiaeth,"
    u"beichiog,atgyfeiriad,canser,nodyn salwch,diogelu";
constexpr char16_t orderWords[] = u"order,orders,ref,refs,reference,invoice,inv,po,batch,lot,serial,ticket,"
                                  u"asset,account,acct,tracking,parcel,quote,"
                                  u"barcode,imei,archeb,anfoneb";
constexpr char16_t workplaceWords[] = u"ext,extn,extension,extensions,fax,pharmacy,chemist,lab,labs,"
                                      u"switchboard,helpline,helpdesk,help desk,supplier,"
                                      u"engineer,fferyllfa,estyniad,ffacs";
constexpr char16_t callingWords[] = u"ring,rang,call,called,calls,callback,phone,phoned,tel,telephone,mobile,"
                                    u"mob,cell,text,contact,whatsapp,number,"
                                    u"ffonio,ffoniwch,ffon,galw,rhif ffon,symudol";
constexpr char16_t paperworkWords[] = u"order,ref,invoice,batch,lot,serial,rota,expiry,expires,expired,"
                                      u"expire,exp,dated,version,policy,minutes,inspection,"
                                      u"sort code,warranty,contract,installed,purchased,serviced,calibrated";

// Phrases that hold a word above and mean nothing; longest first, so they win.
constexpr char16_t emptyPhrases[] = u"nhs no longer,lot of,lots of,order to,in order,number of,a "
                                    u"number,medicine cupboard,ring fence,call centre";

} // namespace

Lexicon::Lexicon()
{
    add(patientWords, Topic::Patient);
    add(nhsLabels, Topic::Patient | Topic::NhsNumberLabel);
    add(birthLabels, Topic::Patient | Topic::BirthLabel);
    add(clinicalWords, Topic::Clinical);
    add(orderWords, Topic::Order);
    add(workplaceWords, Topic::Workplace);
    add(callingWords, Topic::Calling);
    add(paperworkWords, Topic::Paperwork);
    add(emptyPhrases, Topic::None);
    for (auto &[first, phrases] : m_byFirst) {
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const Phrase &a, const Phrase &b) { return a.parts.size() > b.parts.size(); });
    }
}

void Lexicon::add(QStringView phrases, Topic topics)
{
    for (const QStringView written : phrases.split(u',')) {
        std::vector<QString> parts;
        for (const QStringView part : written.split(u' '))
            parts.push_back(part.toString());
        std::vector<Phrase> &known = m_byFirst[parts.front()];
        const auto same =
            std::find_if(known.begin(), known.end(), [&](const Phrase &p) { return p.parts == parts; });
        if (same != known.end())
            same->topics = same->topics | topics;
        else
            known.push_back({std::move(parts), topics});
    }
}

Lexicon::Match Lexicon::matchAt(const Tokens &tokens, qsizetype first) const
{
    if (!tokens.isAlphanumeric(first) || tokens.isAlphanumeric(first - 1))
        return {};
    const auto found = m_byFirst.find(tokens.folded(first));
    if (found == m_byFirst.end())
        return {};
    const auto isJoint = [&](qsizetype i) {
        const QChar c = tokens.symbol(i);
        return tokens.isNarrowSpace(i) || c == u'.' || c == u'-' || c == u'/' || c == u'\'';
    };
    for (const Phrase &phrase : found->second) {
        qsizetype at = first;
        bool whole = true;
        for (size_t part = 1; whole && part < phrase.parts.size(); ++part) {
            ++at;
            for (int joints = 0; joints < 2 && isJoint(at); ++joints)
                ++at;
            whole = tokens.folded(at) == phrase.parts[part];
        }
        if (whole && !tokens.isAlphanumeric(at + 1))
            return {phrase.topics, at};
    }
    return {};
}

} // namespace handbell::guard
