// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/WordSet.h"

#include <array>

// The words of the tone hint, English and Welsh, in the form the tokeniser gives: lower case, no accents.
//
// Sources: Ofcom, "Public attitudes towards offensive language on TV and radio: quick reference guide"
// (2021), for the words against groups of people that it ranks strongest; Fox, Fertleman, Cahill and Palmer,
// "Medical slang in British hospitals", Ethics & Behavior 13 (2003), and O'Dowd, "Five years of heartsink
// patients in general practice", BMJ 297 (1988), for what is said of patients.
//
// Few and certain. Left out is whatever is also a surname (Dyke, Coon, Spade), a place (Mong Kok), a dish
// (faggots, kaffir lime, Welsh "moron": carrots), a cat, a tool, a diagnosis (spastic diplegia), a part of
// the body, what people call themselves, or a form of a medicine (Voltarol Retard).

namespace handbell::guard::tonewords {

// clang-format off

//! Against groups of people; hints wherever it stands.
inline constexpr WordSet slurs(std::to_array<QStringView>({
    u"nigger", u"niggers", u"nigga", u"niggas", u"paki", u"pakis", u"wog", u"wogs", u"darkie", u"darkies",
    u"chinky", u"chinkies", u"pikey", u"pikeys", u"pikies", u"gyppo", u"gyppos", u"gippo", u"gippos",
    u"raghead", u"ragheads", u"towelhead", u"towelheads", u"yid", u"yids", u"spaz", u"spazz", u"spacko",
    u"flid", u"flids", u"poofter", u"poofters", u"lezza", u"lezzas", u"tranny", u"shemale", u"shemales"}));

//! Dismissive of whoever is meant; hints wherever it stands.
inline constexpr WordSet insults(std::to_array<QStringView>({
    u"heartsink", u"heartsinks", u"timewaster", u"timewasters", u"malingerer", u"malingerers", u"acopia",
    u"acopic", u"scumbag", u"scumbags", u"scrounger", u"scroungers", u"chav", u"chavs", u"pondlife",
    u"lowlife", u"lowlifes", u"junkie", u"junkies", u"druggie", u"druggies", u"smackhead", u"smackheads",
    u"crackhead", u"crackheads", u"pisshead", u"pissheads", u"alkie", u"alkies", u"nutcase", u"nutcases",
    u"nutjob", u"nutjobs", u"headcase", u"headcases", u"loony", u"loonies", u"fruitloop", u"weirdo",
    u"weirdos", u"morons", u"crumblies", u"wrinklies", u"lobnh", u"ttfo", u"grolies", u"dickhead",
    u"dickheads", u"knobhead", u"knobheads", u"wankers", u"tossers", u"imbeciles", u"cretins", u"halfwits",
    u"twpsyn", u"twpsen", u"twpsod", u"hulpen"}));

//! The same, of more words than one; between them a space, a hyphen or an apostrophe.
inline constexpr auto phrases = std::to_array<QStringView>({
    u"rag head", u"rag heads", u"batty boy", u"batty boys", u"bum boy", u"bum boys", u"fudge packer",
    u"carpet muncher", u"rug muncher", u"jungle bunny", u"nig nog", u"window licker", u"window lickers",
    u"so retarded", u"bit retarded", u"total retard", u"such a retard", u"what a retard", u"fucking retard",
    u"bloody retard", u"heart sink patient", u"heart sink patients", u"heart sink pt", u"heart sink pts",
    u"a heart sink", u"another heart sink", u"time waster", u"time wasters",
    u"frequent flyer", u"frequent flyers", u"frequent flier", u"frequent fliers", u"bed blocker",
    u"bed blockers", u"coffin dodger", u"coffin dodgers", u"drug seeker", u"drug seekers",
    u"attention seeker", u"attention seekers", u"serial complainer", u"serial complainers", u"serial moaner",
    u"pond life", u"low life", u"low lifes", u"low lives", u"drama queen", u"drama queens", u"no hoper",
    u"no hopers", u"waste of oxygen", u"patient from hell", u"patients from hell", u"nightmare patient",
    u"nightmare patients", u"dole scum", u"white trash", u"absolute scum", u"nut case", u"nut cases",
    u"nut job", u"nut jobs", u"head case", u"head cases", u"loony bin", u"funny looking kid",
    u"funny looking kids", u"normal for norfolk", u"circling the drain", u"lights on but nobody home",
    u"old git", u"old gits", u"old hag", u"old hags", u"old crone", u"old biddy", u"old biddies",
    u"old codger", u"old codgers", u"old fart", u"old farts", u"old cow", u"miserable old bag",
    u"moaning old bag", u"stupid old bag", u"silly old bag", u"horrible old bag", u"nasty old bag",
    u"grumpy old bag", u"mad old bag", u"mad old bat", u"silly old bat", u"stupid old bat", u"daft old bat",
    u"batty old bat", u"miserable old bat", u"miserable old trout", u"silly old trout", u"that bitch",
    u"the bitch", u"that moron", u"you moron", u"what a moron", u"such a moron", u"fucking moron",
    u"bloody moron", u"complete moron", u"total moron", u"absolute moron",
    // people as a kind
    u"typical of those people", u"typical of these people", u"typical of that lot", u"those people again",
    u"these people again", u"those people always", u"these people always", u"those people are all the same",
    u"these people are all the same", u"those people just want", u"these people just want",
    u"sick of those people", u"sick of these people", u"fed up with those people", u"fed up of those people",
    u"fed up with these people", u"fed up of these people", u"can t stand those people",
    u"can t stand these people", u"cant stand those people", u"cant stand these people", u"hate those people",
    u"hate these people", u"expect from those people", u"expect from these people", u"expect of those people",
    u"expect of these people", u"what those people are like", u"what these people are like",
    u"those sort of people", u"those kind of people", u"that sort of people", u"that kind of people",
    u"people of that sort", u"people of that kind",
    // Welsh
    u"hen ast", u"hen fuwch", u"buwch dew", u"buwch dwp", u"buwch ddiog", u"fuwch dew", u"fuwch dwp",
    u"fuwch ddiog", u"fuwch wirion", u"claf twp", u"claf diog", u"cleifion twp", u"cleifion diog",
    u"menyw dwp", u"menyw ddiog", u"fenyw dwp", u"fenyw ddiog", u"dynes dwp", u"ddynes dwp", u"dyn twp",
    u"dyn diog", u"diawl diog", u"diawled diog", u"pobl dwp", u"bobl dwp", u"gwastraffwr amser",
    u"gwastraffwyr amser"});

//! Contempt, before one of abuse or people. Left out: what may be a fact or a feeling (rude, difficult,
//! anxious, poor, old), and "dumb", which stands after "deaf and".
inline constexpr WordSet contempt(std::to_array<QStringView>({
    u"lazy", u"mad", u"fat", u"stupid", u"thick", u"crazy", u"ugly", u"filthy", u"dirty", u"smelly",
    u"stinking", u"stinky", u"minging", u"manky", u"nasty", u"vile", u"evil", u"horrid", u"horrible",
    u"miserable", u"moaning", u"moany", u"whinging", u"whingeing", u"whingy", u"whiny", u"whining", u"silly",
    u"daft", u"useless", u"pathetic", u"batty", u"dotty", u"doolally", u"bonkers", u"loony", u"nutty",
    u"deranged", u"neurotic", u"mental", u"psycho", u"gobby", u"mouthy", u"feckless", u"scrounging",
    u"chavvy", u"scummy", u"ignorant", u"idiotic", u"idle", u"workshy", u"mardy", u"stroppy"}));
//! What may stand between contempt and its noun.
inline constexpr WordSet between(std::to_array<QStringView>({
    u"old", u"young", u"little", u"big", u"great", u"bloody", u"effing", u"fucking", u"fuckin", u"flipping",
    u"ruddy", u"ginger", u"posh", u"and", u"looking", u"arsed"}));
//! Contempt enough for a noun of abuse, with which it makes a frame; before people it is a swear word, or blood.
inline constexpr WordSet oaths(std::to_array<QStringView>({
    u"bloody", u"effing", u"fucking", u"fuckin", u"rude", u"greedy", u"jumped", u"evil", u"moody",
    u"grumpy"}));
inline constexpr WordSet abuse(std::to_array<QStringView>({
    u"cow", u"cows", u"mare", u"bitch", u"bitches", u"git", u"gits", u"sod", u"sods", u"bugger", u"buggers",
    u"bastard", u"bastards", u"hag", u"hags", u"crone", u"biddy", u"biddies", u"slag", u"slags", u"slut",
    u"sluts", u"whore", u"twat", u"twats", u"wanker", u"tosser", u"pig", u"pigs", u"cunt", u"cunts", u"idiot",
    u"idiots", u"fool", u"fools", u"arsehole", u"arseholes", u"faggot", u"moron"}));
inline constexpr WordSet people(std::to_array<QStringView>({
    u"patient", u"patients", u"pt", u"pts", u"woman", u"women", u"man", u"men", u"lady", u"ladies", u"bloke",
    u"blokes", u"girl", u"boy", u"mum", u"mums", u"mam", u"mother", u"mothers", u"dad", u"dads", u"father",
    u"parent", u"parents", u"family", u"families", u"gran", u"nan", u"grandma", u"wife", u"husband",
    u"daughter", u"son", u"sister", u"brother", u"people", u"person", u"kid", u"kids", u"teenager",
    u"teenagers", u"couple", u"carer", u"carers", u"relative", u"relatives", u"caller", u"callers",
    u"receptionist", u"receptionists", u"nurse", u"nurses", u"doctor", u"doctors", u"locum", u"locums",
    u"gps"}));

//! Abuse that is also something else (Nutter: a surname; psycho-oncology): only after one of pointers.
inline constexpr WordSet pointed(std::to_array<QStringView>({
    u"idiot", u"idiots", u"imbecile", u"cretin", u"halfwit", u"dimwit", u"dimwits", u"nutter", u"nutters",
    u"psycho", u"psychos", u"schizo", u"schizos", u"twat", u"twats", u"wanker", u"tosser", u"cunt", u"cunts",
    u"fruitcake"}));
inline constexpr WordSet pointers(std::to_array<QStringView>({
    u"that", u"this", u"these", u"those", u"a", u"an", u"the", u"some", u"another", u"you", u"total",
    u"complete", u"absolute", u"utter", u"proper", u"right", u"real", u"fucking", u"bloody", u"effing",
    u"usual", u"old", u"are", u"such"}));

//! "she is lazy": who, what they are said to be, and what may stand between or behind.
inline constexpr WordSet subjects(std::to_array<QStringView>({
    u"he", u"she", u"patient", u"pt", u"mum", u"mam", u"mother", u"dad", u"father", u"wife", u"husband",
    u"daughter", u"son", u"woman", u"man", u"lady"}));
inline constexpr WordSet degrees(std::to_array<QStringView>({
    u"so", u"just", u"really", u"very", u"too", u"bloody", u"fucking", u"plain", u"bone", u"a", u"bit", u"as",
    u"well", u"completely", u"totally", u"always", u"being", u"simply", u"frankly", u"obviously",
    u"clearly"}));
inline constexpr WordSet predicates(std::to_array<QStringView>({
    u"lazy", u"stupid", u"thick", u"fat", u"ugly", u"pathetic", u"vile", u"disgusting", u"bonkers",
    u"workshy", u"idle"}));
inline constexpr WordSet afterPredicates(std::to_array<QStringView>({
    u"and", u"but", u"so", u"or", u"too", u"as", u"he", u"she", u"they", u"it", u"if", u"because", u"cos",
    u"again", u"tbh", u"imo", u"lol", u"really", u"honestly", u"when", u"that", u"then", u"is", u"isn",
    u"end"}));

//! Behind a hit these say that no person was meant: "frequent flyer miles", "stupid patient list".
inline constexpr WordSet things(std::to_array<QStringView>({
    u"miles", u"points", u"programme", u"program", u"card", u"cards", u"number", u"numbers", u"lounge",
    u"disease", u"proof", u"guide", u"sheet", u"test", u"tests", u"tablet", u"tablets", u"preparation",
    u"prep", u"capsules", u"version", u"dose", u"brand", u"van", u"vans", u"list", u"lists", u"record",
    u"records", u"leaflet", u"leaflets", u"demand", u"survey", u"surveys", u"access", u"app", u"apps",
    u"portal", u"group", u"groups", u"system", u"systems", u"line", u"lines", u"queue", u"screen", u"screens",
    u"facts", u"toilet", u"toilets", u"transport", u"journey", u"history", u"news", u"tragedy", u"situation",
    u"feud", u"bug", u"tree", u"meals", u"meal", u"fall", u"falls", u"complaint", u"complaints", u"incident",
    u"incidents", u"death", u"deaths", u"area", u"areas", u"linen", u"gown", u"gowns", u"notes", u"letter",
    u"letters", u"label", u"labels", u"wristband", u"flow", u"data", u"search", u"template", u"templates",
    u"form", u"forms", u"feedback", u"experience", u"satisfaction", u"census", u"charter", u"passport",
    u"education", u"information", u"info", u"safety", u"id", u"ids", u"health", u"day", u"wheel", u"cakes",
    u"heap", u"tongue", u"cream", u"milk", u"pigtails", u"pie", u"sandwich", u"roast", u"social",
    u"educational", u"conference", u"conferences", u"moment", u"feeling", u"flu", u"joke", u"jokes", u"loo",
    u"bathroom", u"counter", u"rota", u"folder", u"folders", u"question", u"questions", u"geriatric",
    u"geriatrician", u"sexual", u"oncology", u"dynamic", u"therapy"}));
//! Before "junkie" and its like these say that it is about sweets or sport.
inline constexpr WordSet habits(std::to_array<QStringView>({
    u"adrenaline", u"sugar", u"caffeine", u"coffee", u"tea", u"chocolate", u"cake", u"biscuit", u"news",
    u"fitness", u"gym", u"telly", u"tv", u"shopping", u"gadget", u"spreadsheet"}));

//! After these somebody else's words follow, to the end of the sentence; not after "I" and "we".
inline constexpr WordSet reports(std::to_array<QStringView>({
    u"said", u"says", u"saying", u"sez", u"shouted", u"shouts", u"shouting", u"yelled", u"yelling",
    u"screamed", u"screaming", u"wrote", u"writes", u"quote", u"quoted", u"quoting", u"stated", u"states",
    u"reported", u"complained", u"complains", u"complaining", u"claimed", u"claims", u"swore", u"chanted",
    u"described", u"describes", u"alleged", u"alleges", u"meddai", u"dywedodd", u"ddywedodd", u"dwedodd",
    u"ddwedodd"}));
//! After these too, where somebody is addressed: "called me", "told the receptionist".
inline constexpr WordSet reportsTo(std::to_array<QStringView>({
    u"called", u"calling", u"calls", u"told", u"tells", u"telling", u"labelled", u"galwodd", u"galw"}));
inline constexpr WordSet addressed(std::to_array<QStringView>({
    u"me", u"us", u"her", u"him", u"them", u"you", u"staff", u"reception", u"receptionist", u"receptionists",
    u"team", u"gp", u"manager", u"girls", u"police", u"someone", u"somebody", u"everyone", u"another", u"my",
    u"our", u"nurse", u"dr", u"doctor", u"fi"}));
//! "called her back" reports nothing.
inline constexpr WordSet notReports(std::to_array<QStringView>({
    u"back", u"again", u"in", u"on", u"about", u"at", u"to", u"twice", u"three", u"four"}));
//! A word after these is mentioned, not used.
inline constexpr WordSet mentions(std::to_array<QStringView>({
    u"word", u"words", u"term", u"terms", u"phrase", u"phrases", u"label", u"gair"}));

//! What may stand between "I am" and what one calls oneself, or between "not" and what somebody is not.
inline constexpr WordSet fillers(std::to_array<QStringView>({
    u"a", u"an", u"such", u"just", u"really", u"so", u"total", u"complete", u"quite", u"bit", u"of", u"the",
    u"always", u"still", u"too", u"right", u"proper", u"absolute", u"bloody", u"as", u"like", u"ve", u"have",
    u"been", u"being", u"be", u"am", u"m", u"was", u"were", u"are", u"re", u"feel", u"felt", u"feeling",
    u"look", u"looked", u"looking", u"sound", u"actually", u"clearly", u"to"}));
//! Those of them that say what one is.
inline constexpr WordSet beings(std::to_array<QStringView>({
    u"been", u"being", u"be", u"am", u"m", u"was", u"were", u"are", u"re", u"feel", u"felt", u"feeling",
    u"look", u"looked", u"looking", u"sound"}));
inline constexpr WordSet titles(std::to_array<QStringView>({
    u"mr", u"mrs", u"ms", u"miss", u"mx", u"master", u"dr", u"doctor", u"prof", u"professor", u"sir",
    u"nurse", u"sister", u"rev"}));

// clang-format on

} // namespace handbell::guard::tonewords
