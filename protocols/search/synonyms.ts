/**
 * Other words for the same thing, English and French, one thing a line: each leads to all others of its line, the first of them to
 * every other directly. What a glossary would hold: never a query as somebody typed it. Raise LEXICON_VERSION with every change.
 */
export const SYNONYMS: readonly (readonly string[])[] = `
# Signs and readings
blood pressure, BP, tension artérielle, pression artérielle, TA, PA, tension
systolic, SBP, systolique, PAS
diastolic, DBP, diastolique, PAD
hypertension, HTN, high blood pressure, raised blood pressure, hypertension artérielle, HTA, tension élevée, tension haute, poussée hypertensive
hypotension, low blood pressure, tension basse, hypotension artérielle
heart rate, HR, pulse, fréquence cardiaque, FC, pouls, tachycardia, palpitations, racing heart, heart racing, heartbeat, rythme cardiaque
tachycardia, fast heart rate, palpitations, racing heart, heart racing, tachycardie, fast pulse, rapid pulse, rapid heart rate, pouls rapide
bradycardia, slow heart rate, slow pulse, bradycardie, pouls lent
breathing rate, respiratory rate, RR, respirations, fréquence respiratoire, FR, breaths per minute
oxygen saturation, SpO2, saturation, sats, O2 sat, pulse oximetry, oximeter, oxymétrie, SaO2, oxygen level, saturation en oxygène
vital signs, vitals, observations, obs, signes vitaux, constantes
temperature, température, fever, fièvre
weight, body weight, poids, poids corporel, actual body weight
ideal body weight, ideal weight, IBW, poids idéal
body-mass index, BMI, IMC, obesity, obese, obésité, overweight, surpoids
ECG, EKG, electrocardiogram, électrocardiogramme
breathlessness, short of breath, shortness of breath, dyspnoea, SOB, essoufflement, dyspnée, out of breath, breathless
chest pain, angina, douleur thoracique, angor, tight chest, chest tightness, oppression thoracique
liver, hepatic, foie, hépatique, jaundice, jaunisse, ictère
liver tests, LFT, LFTs, liver function, bilan hépatique, liver enzymes, enzymes hépatiques, transaminases
kidney, renal, rein, rénal, kidney failure, renal failure, insuffisance rénale
bladder, urinary, cystitis, urine, pee, peeing, passing water, vessie, cystite, uriner, urinating, urination, miction
urine drug screen, UDS, drug test, toxicology screen, dépistage urinaire, test urinaire
# Tools and scales
MOAA/S, sedation scale, sedation score, échelle de sédation
scale, rating scale, score, questionnaire, échelle
C-SSRS, Columbia scale, Columbia protocol, suicide risk, risque suicidaire
CADSS, dissociation scale, échelle de dissociation
PADSS, discharge score, score de sortie
suicidal ideation, SI, suicidal thoughts, suicidality, suicidal, self-harm, wants to die, idées suicidaires, suicidaire
# Conditions
treatment-resistant depression, TRD, resistant depression, refractory depression, dépression résistante
major depressive disorder, MDD, depression, dépression, trouble dépressif majeur
MDSI, depression with suicidal ideation, acute suicidal ideation
post-traumatic stress disorder, PTSD, trauma, flashback, TSPT, ESPT, stress post-traumatique, SSPT
obsessive-compulsive disorder, OCD, TOC, trouble obsessionnel compulsif, obsessions, compulsions
generalised anxiety, GAD, TAG, anxiété généralisée
alcohol use disorder, AUD, alcoholism, alcoholic, alcohol problem, problem drinking, alcoolisme, trouble lié à l’alcool
cocaine use disorder, CUD, cocaine, crack, cocaïne, coke
memory, cognition, cognitive, thinking, forgetful, memory loss, brain fog, mémoire, trouble cognitif, troubles de la mémoire, perte de mémoire, oubli
bipolar, bipolaire, manic depression, bipolar disorder, trouble bipolaire
psychosis, psychotic, psychose, schizophrenia, schizophrénie, hallucinations, hallucinating, delusions, hearing voices, délire
mania, manic, manie
substance misuse, substance use disorder, SUD, addiction, misuse, abuse, dépendance, mésusage, drug user, drug use, recreational use, street drugs, toxicomanie, usage récréatif, drogue
electroconvulsive therapy, ECT, électroconvulsivothérapie, sismothérapie
raised intracranial pressure, ICP, raised ICP, hypertension intracrânienne, HTIC
intraocular pressure, IOP, glaucoma, glaucome
arteriovenous malformation, AVM, malformation artérioveineuse, MAV
intracerebral haemorrhage, ICH, brain bleed, haemorrhagic stroke, hémorragie intracérébrale
stroke, CVA, AVC, accident vasculaire cérébral, TIA, AIT
coronary disease, heart attack, MI, myocardial infarction, IHD, infarctus, maladie coronarienne
heart disease, cardiac, cardiac disease, coronary disease, cardiopathie, cardiaque
aneurysm, aneurysmal, anévrisme, anévrysme
allergy, allergic, hypersensitivity, allergie, allergique, hypersensibilité, intolerance
pregnancy, pregnant, grossesse, enceinte, pregnancy test, expecting, test de grossesse
breastfeeding, lactation, nursing mother, allaitement, breast milk, lait maternel, nursing
older people, elderly, geriatric, older adult, aged 65, personnes âgées, sujet âgé, over 65, older patients, aînés
child, children, paediatric, adolescent, teenager, minor, enfant, mineur, young person, under 18, kid, mineurs
sleep apnoea, OSA, apnée du sommeil, snoring, ronflement, SAOS
complex regional pain syndrome, CRPS, SDRC
# Effects and emergencies
nausea, vomiting, nausea and vomiting, N/V, PONV, sick, being sick, throw up, throwing up, puking, queasy, nausées, vomissements, vomir, emesis, feeling sick, mal au cœur
dissociation, dissociative, out of body, spaced out, unreal, derealisation, depersonalisation, bad trip, K-hole, dissociatif, déréalisation
panic, anxiety, anxious, panic attack, anxiété, panique, angoisse, attaque de panique, panicking, crise d’angoisse, fear, frightened, scared, peur
agitation, agitated, distress, emergence reaction, restless, agité, agitée
sedation, sleepy, drowsy, oversedation, somnolence, sédation, too sleepy, somnolent, endormi
does not rouse, unrousable, unresponsive, hard to wake, unconscious, over-sedation, sédation excessive, inconscient, will not wake, won’t wake up, ne se réveille pas, perte de conscience
fainting, syncope, faint, fainted, passing out, passed out, blackout, collapse, collapsed, malaise, évanouissement, lipothymie, perte de connaissance
seizure, fit, fitting, convulsion, epileptic fit, crise convulsive, convulsions, crise d’épilepsie, tonic-clonic
anaphylaxis, anaphylactic shock, allergic reaction, severe allergic reaction, anaphylaxie, choc anaphylactique, réaction allergique, anaphylactic
laryngospasm, stridor, throat spasm, throat closing, choking, laryngospasme, étouffement
slowed breathing, respiratory depression, hypoventilation, stopped breathing, not breathing, apnoea, dépression respiratoire, apnée, slow breathing, stops breathing, arrêt respiratoire, respiration lente
headache, céphalée, mal de tête, migraine, maux de tête
dizziness, dizzy, vertigo, lightheaded, light-headed, vertige, étourdissement, étourdissements, vertiges
hypertensive emergency, hypertensive crisis, BP crisis, crise hypertensive, urgence hypertensive
adverse effect, side effect, adverse event, adverse reaction, AE, effet indésirable, effet secondaire, effets indésirables, effets secondaires
emergency, urgent, crash, urgence, what to do if
stop, stopping, arrêt, arrêter, interrompre
stop rule, hold and stop, stop criteria, stopping rule, when to stop, abort, critères d'arrêt, règle d'arrêt
# What a protocol holds
contraindication, contra-indication, contre-indication, CI, who must not have it, do not give, exclusion, not suitable, exclusions
indication, who it is for, eligibility, eligible, who can have it, éligibilité, candidate, candidat
interaction, drug interaction, DDI, interaction médicamenteuse
monitoring, monitor, surveillance, surveiller
infusion, perfusion, drip, intravenous infusion
pump rate, infusion rate, flow rate, drip rate, débit
prepare the infusion, dose preparation, dilution, dilute, reconstitution, mixing, dilute the drug, diluer, préparer la perfusion, draw up
strength, vial, concentration, ampoule, flacon, bottle
schedule, frequency, how often, calendrier, fréquence, calendrier des séances, intervals
course, number of infusions, how many, how many sessions, induction, cure
maintenance, top-up, booster, entretien
criteria, critère, conditions
checklist, check list, liste de contrôle, liste de vérification, check-list
discharge, going home, go home, leaving, home time, sortie, ready to leave, retour à domicile, send home, sent home, sortie du patient
observation time, observation, how long to stay, length of stay, observation period, durée d'observation, stay, temps de surveillance, stay in clinic
driving, drive, conduite, conduire, machinery, voiture, car
escort, chaperone, responsible adult, ride home, lift home, accompagnant, companion, someone to take home, driver, accompagnateur
fasting, NPO, nil by mouth, NBM, food and drink, à jeun, jeûne, breakfast, clear fluids, liquides clairs, boire
fasting, food, eat, meal, manger, repas
consent, informed consent, consent form, consentement, formulaire de consentement, sign the form, signature
emergency kit, crash cart, crash trolley, resuscitation trolley, rescue drugs, trousse d’urgence, chariot d’urgence, emergency drugs, chariot de réanimation, matériel d’urgence
controlled drug, controlled substance, CD, schedule III, stupéfiant
log, register, drug book, registre
cabinet, safe, locked cupboard, coffre, armoire, locked, lock, under lock and key, sous clé
theft, stolen, missing, lost, vol, perte, stealing, steal, loss, disappeared, disparu, volé, perdu
intoxication, intoxicated, drunk, under the influence, ivre, ivresse
music, playlist, musique
evidence, trial, study, efficacy, preuves, essai, results, research, efficacité, résultats, étude, how well it works
missed dose, missed session, missed treatment, skipped dose, dose oubliée, séance manquée, late dose, rendez-vous manqué
administration, give, giving, donner, how to give, technique, how to use, mode d'emploi, administer, administrer
off-label, unlicensed, hors AMM
REMS, risk evaluation and mitigation strategy
benzodiazepine, benzo, BZD, benzodiazépine
monoamine oxidase inhibitor, MAOI, IMAO
opioid, buprenorphine, Subutex, Suboxone, Temgesic, Buprenex, methadone, Dolophine, Methadose, oxycodone, OxyContin, OxyNorm, Roxicodone
opioid, opiate, painkiller, narcotic, opioïde, opiacé, antidouleur, analgesic
Z-drug, sleeping pill, sleeping tablet, hypnotic, somnifère
sedative, tranquilliser, downer, calmant, tranquillisant
stimulant, psychostimulant, upper, speed, ADHD medicine
antidepressant, SSRI, SNRI, antidépresseur, ISRS
SSRI, fluoxetine, Prozac, citalopram, Celexa, Cipramil, Seropram, paroxetine, Paxil, Seroxat, Deroxat
SNRI, duloxetine, Cymbalta, IRSN
antipsychotic, neuroleptic, antipsychotique, neuroleptique
grapefruit juice, grapefruit, pamplemousse, jus de pamplemousse
alcohol, drinking, drank, EtOH, alcool, alcoholic drink, boisson alcoolisée
chronic pain, persistent pain, douleur chronique, long-term pain
advanced cardiac life support, ACLS, ALS
basic life support, BLS, CPR, cardiac massage, massage cardiaque, RCP
ketamine-assisted psychotherapy, KAP, ketamine-assisted therapy, KAT
nurse, RN, infirmière, infirmier, nursing staff
prescriber, doctor, physician, médecin, prescripteur
mean arterial pressure, MAP, pression artérielle moyenne
desaturation, low oxygen, hypoxia, cyanosis, blue lips, low saturation, désaturation, hypoxie, cyanose
visual change, blurred vision, double vision, diplopia, vision floue, vision double, trouble visuel
rash, hives, urticaria, itching, itchy, urticaire, éruption, démangeaisons
wheeze, wheezing, bronchospasm, asthma, sifflement, bronchospasme, asthme
swelling, oedema, angioedema, gonflement, œdème
confusion, confused, delirium, disoriented, confus, désorienté
saliva, salivation, drooling, hypersalivation, salive
tiredness, tired, fatigue, fatigué
sleep, insomnia, sommeil, insomnie
pain, douleur, douloureux
numbness, tingling, pins and needles, engourdissement, fourmillements
unsteady, gait, balance, walking, démarche, équilibre
blood tests, bloods, labs, lab tests, laboratory, prise de sang, analyses, bilan sanguin, examens
work-up, assessment before treatment, pre-assessment, baseline tests, bilan, bilan préalable
depressed, low mood, dépressif, déprimé
dependence, addiction, addicted, addictive, hooked, habit-forming, dépendance, accoutumance
withdrawal, sevrage, syndrome de sevrage
hypertensive encephalopathy, encéphalopathie hypertensive
thyrotoxicosis, hyperthyroidism, overactive thyroid, hyperthyroïdie, thyréotoxicose
porphyria, porphyrie
dementia, Alzheimer, démence
brain injury, head injury, TBI, traumatisme crânien
heart failure, CHF, insuffisance cardiaque
arrhythmia, irregular heartbeat, arythmie, trouble du rythme
seizure disorder, epilepsy, epileptic, épilepsie, épileptique
severe liver disease, liver failure, cirrhosis, hepatic impairment, cirrhose, insuffisance hépatique
contraception, birth control, contraceptif
overdose, too much given, OD, surdose, surdosage
emotional release, crying, tearful, in tears, pleurs, larmes
psychological crisis, crise psychologique, mental health crisis, breakdown, détresse psychologique
suicide, suicidal intent, kill himself, kill herself, end my life, tentative de suicide
nerve pain, neuropathic pain, névralgie, douleur neuropathique
injection, shot, jab, inject, piqûre, injecter
thigh, cuisse
arm, deltoid, bras, deltoïde
nostril, nose, narine, nez
syringe, needle, seringue, aiguille
pump, syringe driver, pompe, pousse-seringue
bag, infusion bag, poche
diluent, diluant, solvant
volume, millilitres to draw up, volume à prélever
second check, double check, independent check, second person, double contrôle, double vérification
waste, wastage, discard, destroy, leftover, gaspillage, jeter, détruire, élimination
storage, store, stored, stockage, conservation, conserver, ranger
count, stock count, inventory, comptage, inventaire
report, reporting, declare, notify, déclaration, déclarer, signaler, signalement
record, document, write down, charting, documentation, dossier, consigner
form, paperwork, formulaire, fiche
staffing, staff, team, personnel, équipe, effectif
training, certification, certified, formation
drill, simulation, practice run, exercice
emergency services, ambulance, call for help, paramedics, secours, SAMU, appeler de l’aide
equipment, supplies, kit, équipement, matériel
defibrillator, AED, défibrillateur
oxygen, O2, oxygène
suction, aspirator, aspirateur
room, lighting, treatment room, salle, pièce, chambre, éclairage
eye mask, blindfold, eyeshades, masque pour les yeux
therapist, counsellor, psychologist, sitter, thérapeute, psychologue, psychothérapeute
psychotherapy, counselling, talk therapy, psychothérapie
therapy, thérapie
cognitive behavioural therapy, CBT, TCC, thérapie comportementale
preparation, prepare, prep, préparation, préparer
integration, intégration
journaling, journal, diary, journal intime
mindfulness, meditation, pleine conscience, méditation
touch, hand holding, physical contact, toucher, contact physique
refusal, refuse, withdraw consent, change of mind, refus, refuser, retrait du consentement
capacity to consent, mental capacity, aptitude à consentir
home use, at home, take-home, telehealth, à la maison, usage à domicile, télémédecine
compounded, compounding pharmacy, préparation magistrale
work, return to work, travail, reprise du travail
what to expect, course of the session, à quoi s’attendre, déroulement
after the session, aftercare, advice for home, après la séance, conseils de sortie
hold, withhold, skip, suspend, suspendre, ne pas prendre
medicines on the day, morning medicines, usual medication, médicaments du matin, traitement habituel
follow-up, review visit, appointment, suivi, visite de suivi, rendez-vous
response, responder, improvement, réponse, amélioration
no response, not working, non-responder, no effect, sans effet, échec, non-répondeur
remission, well again, rémission
relapse, rechute
stopping treatment, taper, wean, discontinue, come off, arrêter le traitement, arrêt du traitement
long-term, chronic use, à long terme, usage prolongé
bioavailability, absorption, absorbed, biodisponibilité
onset, how fast, how quickly, takes effect, délai d’action, début d’action
time, duration, how long, length, durée, combien de temps
half-life, demi-vie
raise the dose, increase the dose, dose escalation, titration, step up, uptitrate, augmenter la dose, augmentation, titrage
starting dose, first dose, initial dose, dose initiale, première dose
second dose, repeat dose, redose, another dose, deuxième dose, redonner
second injection, deuxième injection, repeat injection
lower the dose, reduce the dose, dose reduction, diminuer la dose, réduire la dose
equivalent, conversion, convert, équivalence, conversion de dose
threshold, limit, seuil, limite
cut-off, cutoff, cut, cut score, threshold, seuil
high, raised, elevated, élevé, élevée
low, reduced, bas, basse, faible
severe, serious, grave, sévère
before, avant
after, après
during, pendant
spray, puff, device, pulvérisation, dispositif
tablet, pill, comprimé
medicine, medication, meds, médicament
treatment, traitement
session, séance
pharmacist, pharmacy, pharmacien, pharmacie
family, relative, carer, famille, proche
choosing a route, which route, choix de la voie, quelle voie
bolus, push, loading dose, dose de charge
enzyme inhibitor, CYP inhibitor, inhibiteur enzymatique
enzyme inducer, CYP inducer, inducteur enzymatique
mood stabiliser, thymorégulateur
blood pressure tablets, antihypertensive, antihypertenseur
decongestant, nose drops, décongestionnant
neuroplasticity, mechanism of action, how it works, mécanisme d’action
risk, danger, risque
`
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(', '));
