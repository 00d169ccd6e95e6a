/*
 * The lease protocol for SPIN: the same model as spec/Hevlayer.Protocol, written again from the rules.
 * README.md says what a state is; the variables and their numbers are those of the C# model.
 *
 * Macros:  DOCS            1 or 2 documents
 *          CRASHES ... RELEASES   how often each fault may happen
 *          LIVE            looks for circles and for ends where something is left to do
 *          the names of mutants, such as PutVectors
 */

#ifndef DOCS
#define DOCS 2
#endif
#ifndef CRASHES
#define CRASHES 1
#endif
#ifndef FREEZES
#define FREEZES 1
#endif
#ifndef LOSSES
#define LOSSES 1
#endif
#ifndef CHANGES
#define CHANGES 1
#endif
#ifndef FAILURES
#define FAILURES 0
#endif
#ifndef RELEASES
#define RELEASES 0
#endif

#ifdef PutVectors
#define PUT_VECTORS 1
#else
#define PUT_VECTORS 0
#endif
#if defined(OlderRowsStay) || defined(PutVectors)
#define OLDER_ROWS_STAY 1
#else
#define OLDER_ROWS_STAY 0
#endif
#if defined(NoVersionCondition) || defined(PutVectors)
#define NO_CONDITION 1
#else
#define NO_CONDITION 0
#endif
#ifdef NoGuard
#define NO_GUARD 1
#else
#define NO_GUARD 0
#endif
#ifdef NoHolderGuard
#define NO_HOLDER_GUARD 1
#else
#define NO_HOLDER_GUARD 0
#endif
#ifdef UnguardedRelease
#define UNGUARDED_RELEASE 1
#else
#define UNGUARDED_RELEASE 0
#endif
#ifdef UnguardedFailure
#define UNGUARDED_FAILURE 1
#else
#define UNGUARDED_FAILURE 0
#endif
#ifdef OneHolderPerWorker
#define ONE_HOLDER 1
#else
#define ONE_HOLDER 0
#endif
#ifdef NoLeaseCheck
#define NO_LEASE_CHECK 1
#else
#define NO_LEASE_CHECK 0
#endif
#ifdef LeaseFromReply
#define LEASE_FROM_REPLY 1
#else
#define LEASE_FROM_REPLY 0
#endif
#ifdef LateRenewalRevives
#define LATE_RENEWAL_REVIVES 1
#else
#define LATE_RENEWAL_REVIVES 0
#endif
#ifdef RenewalAfterExpiry
#define RENEWAL_AFTER_EXPIRY 1
#else
#define RENEWAL_AFTER_EXPIRY 0
#endif
#ifdef NoMargin
#define NO_MARGIN 1
#else
#define NO_MARGIN 0
#endif
#ifdef NoRenewal
#define NO_RENEWAL 1
#else
#define NO_RENEWAL 0
#endif
#ifdef NoExpiry
#define NO_EXPIRY 1
#else
#define NO_EXPIRY 0
#endif
#ifdef RestageKeepsHolder
#define RESTAGE_KEEPS_HOLDER 1
#else
#define RESTAGE_KEEPS_HOLDER 0
#endif
#ifdef CompleteBeforeRows
#define COMPLETE_BEFORE_ROWS 1
#else
#define COMPLETE_BEFORE_ROWS 0
#endif
#ifdef RefusalIsSuccess
#define REFUSAL_IS_SUCCESS 1
#else
#define REFUSAL_IS_SUCCESS 0
#endif
#ifdef NoLookAfterLoss
#define NO_LOOK_AFTER_LOSS 1
#else
#define NO_LOOK_AFTER_LOSS 0
#endif
#ifdef NoJournal
#define NO_JOURNAL 1
#else
#define NO_JOURNAL 0
#endif
#ifdef LookTooEarly
#define LOOK_TOO_EARLY 1
#else
#define LOOK_TOO_EARLY 0
#endif
#ifdef LookWhileHeld
#define LOOK_WHILE_HELD 1
#else
#define LOOK_WHILE_HELD 0
#endif

/* stages */
#define None 0
#define Pending 1
#define Embedding 2
#define Indexed 3
#define Failed 4

/* holders: 0 is nobody, 1 and 2 are the workers' present holds */
#define Nobody 0
#define Unknown 3
#define Crashed 4

/* contents */
#define First 1
#define Second 2
#define Empty 3

/* phases */
#define Idle 0
#define Granted 1
#define Working 2
#define Renewed 3
#define Writing 4
#define Checking 5
#define Written 6
#define Ending 7
#define Unsure 8
#define EndingAgain 9
#define Asking 10
#define Lost 11
#define Deleting 12
#define PuttingBack 13

/* leases */
#define Safe 1
#define Doubtful 2
#define Over 3
#define Mistaken 4

/* late calls of dead processes */
#define Write 1
#define End 2

#define WORKERS 2

byte stage[DOCS];
byte holder[DOCS];
byte newest[DOCS];
byte row1[DOCS];          /* content of the rows; 0 where there is none */
byte row1v[DOCS];
byte row2[DOCS];
byte row2v[DOCS];
byte late[DOCS];          /* the call of a dead process */
byte lateWorker[DOCS];
byte lateContent[DOCS];
byte lateVersion[DOCS];
byte lateTarget[DOCS];
bit abandoned[DOCS];

#define HOLDS 4
byte phase[HOLDS];
byte lease[HOLDS];
byte content[HOLDS];
byte version[HOLDS];
bit wrote[HOLDS];
byte target[HOLDS];

byte crashes = CRASHES;
byte freezes = FREEZES;
byte losses = LOSSES;
byte changes = CHANGES;
byte failures = FAILURES;
byte releases = RELEASES;
byte frozen;              /* one bit a worker */

/* what is used within one step only */
hidden byte x;
hidden byte y;
hidden byte z;
hidden byte doc;
hidden byte safeHolder;
hidden byte whole;
hidden byte passes;
hidden byte kind[32];
hidden byte rank[32];

#define H(w, d) ((w) * 2 + (d))
#define HeldBy(w, d) (holder[d] == (w) + 1)
#define IsFrozen(w) ((frozen >> (w)) & 1)
#define Relies(h) (lease[h] == Safe || lease[h] == Mistaken)
#define UnderLease(p) ((p) > Idle && (p) < Lost)
#define HasVersion(h) ((phase[h] >= Working && phase[h] <= Written) || phase[h] == Lost || phase[h] == Deleting || (phase[h] >= Ending && phase[h] <= Asking && wrote[h]))
#define HasContent(h) ((HasVersion(h) && phase[h] != Deleting) || (UnderLease(phase[h]) && target[h] == Failed))

#if DOCS == 2
#define Busy(w) (phase[H(w, 0)] != Idle || phase[H(w, 1)] != Idle)
#else
#define Busy(w) (phase[H(w, 0)] != Idle)
#endif

/* --- holds */

inline forget(h) {
    phase[h] = Idle; lease[h] = 0; content[h] = 0; version[h] = 0; wrote[h] = 0; target[h] = 0
}

inline to(h, p) {
    if
    :: (p) == Idle || (p) == PuttingBack -> forget(h); phase[h] = p
    :: else ->
        phase[h] = p;
        if :: !UnderLease(phase[h]) -> lease[h] = 0; target[h] = 0 :: else fi;
        if :: !HasVersion(h) -> version[h] = 0 :: else fi;
        if :: !HasContent(h) -> content[h] = 0 :: else fi
    fi
}

inline lose(h) {
    if :: wrote[h] -> to(h, Lost) :: else -> forget(h) fi
}

inline loseUnlessMutant(h) {
    if :: NO_LOOK_AFTER_LOSS -> forget(h) :: else -> lose(h) fi
}

inline revive(h) {
    if :: lease[h] == Over -> lease[h] = Mistaken :: else fi
}

/* --- versions */

inline highest(d) {                                   /* into x */
    x = row1v[d];
    if :: row2v[d] > x -> x = row2v[d] :: else fi;
    if :: lateVersion[d] > x -> x = lateVersion[d] :: else fi;
    if :: version[H(0, d)] > x -> x = version[H(0, d)] :: else fi;
    if :: version[H(1, d)] > x -> x = version[H(1, d)] :: else fi
}

inline raise(w, d) {
    row1v[d] = 2 * row1v[d];
    row2v[d] = 2 * row2v[d];
    lateVersion[d] = 2 * lateVersion[d];
    version[H(0, d)] = 2 * version[H(0, d)];
    version[H(1, d)] = 2 * version[H(1, d)];
    x = version[H(w, d)];
    if :: row1v[d] > x -> x = row1v[d] :: else fi;
    if :: row2v[d] > x -> x = row2v[d] :: else fi;
    version[H(w, d)] = x + 1
}

/* Numbers versions from 1; those of rows that no running attempt and no late call has between them count as one. */
inline ranked(d) {
    y = 1;
    do :: y < 32 -> kind[y] = 0; y++ :: else -> break od;
    kind[row1v[d]] = 1;
    kind[row2v[d]] = 1;
    kind[lateVersion[d]] = 2;
    kind[version[H(0, d)]] = 2;
    kind[version[H(1, d)]] = 2;
    kind[0] = 0;
    rank[0] = 0;
    x = 0;                                            /* the last rank */
    z = 0;                                            /* whether it is of rows alone */
    y = 1;
    do
    :: y < 32 ->
        if
        :: kind[y] == 2 -> x++; z = 0; rank[y] = x
        :: kind[y] == 1 ->
            if :: z == 0 -> x++ :: else fi;
            z = 1;
            rank[y] = x
        :: else
        fi;
        y++
    :: else -> break
    od;
    row1v[d] = rank[row1v[d]];
    row2v[d] = rank[row2v[d]];
    lateVersion[d] = rank[lateVersion[d]];
    version[H(0, d)] = rank[version[H(0, d)]];
    version[H(1, d)] = rank[version[H(1, d)]]
}

/* --- what can make no difference is forgotten */

inline forgetLate(d) {
    late[d] = 0; lateWorker[d] = 0; lateContent[d] = 0; lateVersion[d] = 0; lateTarget[d] = 0
}

#define ANY_CALL_MAY_PASS (NO_GUARD || NO_HOLDER_GUARD || ONE_HOLDER || UNGUARDED_FAILURE || UNGUARDED_RELEASE)

inline settleHold(w, d) {
    if :: lease[H(w, d)] == Doubtful && !HeldBy(w, d) -> lease[H(w, d)] = Over :: else fi;
    if
    :: wrote[H(w, d)] && phase[H(w, d)] >= Ending && row1v[d] != version[H(w, d)] && row2v[d] != version[H(w, d)] ->
        wrote[H(w, d)] = 0;
        if :: phase[H(w, d)] == Lost -> forget(H(w, d)) :: else -> to(H(w, d), phase[H(w, d)]) fi
    :: else
    fi
}

inline canonical(d) {
    if :: late[d] == End && holder[d] != Crashed && !ANY_CALL_MAY_PASS -> forgetLate(d) :: else fi;
    if
    :: HeldBy(0, d) && phase[H(0, d)] == Idle -> holder[d] = Unknown
    :: HeldBy(1, d) && phase[H(1, d)] == Idle -> holder[d] = Unknown
    :: holder[d] == Crashed && !abandoned[d] && late[d] != End -> holder[d] = Unknown
    :: else
    fi;
    settleHold(0, d);
    settleHold(1, d);
    ranked(d)
}

/* --- promises */

#define SoughtFor(v, d) (abandoned[d] || (wrote[H(0, d)] && version[H(0, d)] == (v)) || (wrote[H(1, d)] && version[H(1, d)] == (v)))

inline promises(d) {
    assert((holder[d] != Nobody) == (stage[d] == Embedding));
    if
    :: stage[d] == Indexed ->
        assert(newest[d] != Empty);
        assert(row1[d] == newest[d]);
        assert(newest[d] != First || row2[d] == First);
        assert(row2[d] == 0 || row2[d] == newest[d] || SoughtFor(row2v[d], d))
    :: else
    fi
}

/* A running lease that its worker relies on, before the step. */
inline begin(d) {
    safeHolder = Nobody;
    if
    :: HeldBy(0, d) && UnderLease(phase[H(0, d)]) && lease[H(0, d)] == Safe -> safeHolder = 1
    :: HeldBy(1, d) && UnderLease(phase[H(1, d)]) && lease[H(1, d)] == Safe -> safeHolder = 2
    :: else
    fi
}

/* Whoever acts is given by its number and 1; a producer that stages again may take any lease away. */
inline end(d, actor) {
    canonical(d);
    assert(safeHolder == Nobody || holder[d] == safeHolder || safeHolder == (actor));
    promises(d)
}

inline endOfStaging(d) {
    canonical(d);
    promises(d)
}

#define MayCall(h) assert(lease[h] == Safe)

/* --- the gateway */

inline move(d, s) {
    stage[d] = s;
    holder[d] = Nobody
}

inline writeRows(d, c, v) {                           /* whether all were taken, into whole */
    if :: !OLDER_ROWS_STAY && row1v[d] < (v) -> row1[d] = 0; row1v[d] = 0 :: else fi;
    if :: !OLDER_ROWS_STAY && row2v[d] < (v) -> row2[d] = 0; row2v[d] = 0 :: else fi;
    whole = 1;
    if :: NO_CONDITION || row1v[d] <= (v) -> row1[d] = c; row1v[d] = v :: else -> whole = 0 fi;
    if
    :: (c) == First ->
        if :: NO_CONDITION || row2v[d] <= (v) -> row2[d] = c; row2v[d] = v :: else -> whole = 0 fi
    :: else
    fi;
    if :: PUT_VECTORS -> move(d, Indexed) :: else fi
}

inline endHold(d, t, isHolder, c) {                   /* whether it was allowed, into passes */
    passes = NO_GUARD || (UNGUARDED_RELEASE && (t) == Pending) || (UNGUARDED_FAILURE && (t) == Failed) || (stage[d] == Embedding && ((isHolder) || NO_HOLDER_GUARD));
    if
    :: passes ->
        assert((t) != Failed || stage[d] == Failed || (c) == newest[d]);
        move(d, t)
    :: else
    fi
}

inline putBack(d) {
    if :: stage[d] == Indexed -> move(d, Pending) :: else fi
}

/* --- producers */

inline restage(d, c) {
    stage[d] = Pending;
    newest[d] = c;
    if :: !RESTAGE_KEEPS_HOLDER -> holder[d] = Nobody :: else fi
}

/* --- workers */

inline receiveClaim(w, d) {
    if
    :: Relies(H(w, d)) || LEASE_FROM_REPLY ->
        revive(H(w, d));
        highest(d);
        content[H(w, d)] = newest[d];
        version[H(w, d)] = x + 1;
        to(H(w, d), Working)
    :: else -> forget(H(w, d))
    fi
}

inline renew(w, d) {
    if
    :: HeldBy(w, d) -> to(H(w, d), Renewed)
    :: !HeldBy(w, d) && RENEWAL_AFTER_EXPIRY && (stage[d] == Pending || stage[d] == Embedding) ->
        stage[d] = Embedding;
        holder[d] = w + 1;
        to(H(w, d), Renewed)
    :: else -> loseUnlessMutant(H(w, d))
    fi
}

inline checkLease(w, d) {
    if
    :: HeldBy(w, d) && Relies(H(w, d)) -> raise(w, d); to(H(w, d), Working)
    :: else -> loseUnlessMutant(H(w, d))
    fi
}

inline ask(w, d) {
    if
    :: stage[d] == target[H(w, d)] || REFUSAL_IS_SUCCESS ->
        assert(!wrote[H(w, d)] || stage[d] == target[H(w, d)]);
        forget(H(w, d))
    :: else -> lose(H(w, d))
    fi
}

inline look(w, d) {
    x = version[H(w, d)];
    if
    :: row1v[d] != x && (content[H(w, d)] != First || row2v[d] != x) -> forget(H(w, d))
    :: else ->
        if
        :: row1v[d] > x || (content[H(w, d)] == First && row2v[d] > x) -> to(H(w, d), Deleting)
        :: else -> to(H(w, d), PuttingBack)
        fi
    fi
}

inline deleteOwn(w, d) {
    x = version[H(w, d)];
    if :: row1v[d] == x -> row1[d] = 0; row1v[d] = 0 :: else fi;
    if :: row2v[d] == x -> row2[d] = 0; row2v[d] = 0 :: else fi
}

inline release(w, d) {
    x = version[H(w, d)];
    if
    :: wrote[H(w, d)] && (row1v[d] > x || (content[H(w, d)] == First && row2v[d] > x)) -> deleteOwn(w, d)
    :: else
    fi;
    wrote[H(w, d)] = 0;
    target[H(w, d)] = Pending;
    to(H(w, d), Ending)
}

/* --- calls that arrive */

inline writeArrives(w, d) {
    writeRows(d, content[H(w, d)], version[H(w, d)]);
    if
    :: PUT_VECTORS -> forget(H(w, d))
    :: else -> if :: whole -> to(H(w, d), Written) :: else -> to(H(w, d), Checking) fi
    fi
}

inline endArrives(w, d) {
    endHold(d, target[H(w, d)], HeldBy(w, d), content[H(w, d)]);
    if
    :: passes || target[H(w, d)] == Pending -> forget(H(w, d))
    :: else ->
        if
        :: phase[H(w, d)] == Ending -> loseUnlessMutant(H(w, d))
        :: else -> to(H(w, d), Asking)
        fi
    fi
}

inline lateCallArrives(d) {
    if
    :: late[d] == Write ->
        x = lateContent[d];
        y = lateVersion[d];
        forgetLate(d);
        writeRows(d, x, y)
    :: else ->
        x = lateContent[d];
        y = lateTarget[d];
        z = holder[d] == Crashed || (ONE_HOLDER && HeldBy(lateWorker[d], d));
        forgetLate(d);
        endHold(d, y, z, x)
    fi
}

/* --- time */

inline expire(d) {
    if
    :: HeldBy(0, d) && UnderLease(phase[H(0, d)]) -> lease[H(0, d)] = (Relies(H(0, d)) -> Mistaken : Over)
    :: HeldBy(1, d) && UnderLease(phase[H(1, d)]) -> lease[H(1, d)] = (Relies(H(1, d)) -> Mistaken : Over)
    :: else
    fi;
    move(d, Pending)
}

#define KeepsLease(w, d) (HeldBy(w, d) && UnderLease(phase[H(w, d)]) && lease[H(w, d)] == Safe && !(NO_MARGIN && IsFrozen(w)))
#define MayExpire(d) (!NO_EXPIRY && holder[d] != Nobody && !KeepsLease(0, d) && !KeepsLease(1, d))

/* --- faults */

inline crashOne(w, d) {
    if :: HeldBy(w, d) -> holder[d] = Crashed :: else fi;
    if
    :: NO_JOURNAL
    :: !NO_JOURNAL && ((phase[H(w, d)] >= Working && phase[H(w, d)] <= Written) || phase[H(w, d)] >= Lost) -> abandoned[d] = 1
    :: !NO_JOURNAL && phase[H(w, d)] >= Ending && phase[H(w, d)] <= Asking && target[H(w, d)] == Failed -> abandoned[d] = 1
    :: else
    fi;
    if
    :: phase[H(w, d)] == Writing ->
        late[d] = Write; lateWorker[d] = w; lateContent[d] = content[H(w, d)]; lateVersion[d] = version[H(w, d)]
    :: phase[H(w, d)] == Ending || phase[H(w, d)] == EndingAgain ->
        late[d] = End; lateWorker[d] = w; lateTarget[d] = target[H(w, d)];
        if :: target[H(w, d)] == Failed -> lateContent[d] = content[H(w, d)] :: else fi
    :: else
    fi;
    forget(H(w, d));
    canonical(d);
    promises(d)
}

inline crash(w) {
    crashes--;
    crashOne(w, 0)
#if DOCS == 2
    ; crashOne(w, 1)
#endif
}

/* --- all steps */

#define PRODUCER_STEPS(d) \
    :: d_step { stage[d] == None -> begin(d); restage(d, First); endOfStaging(d) }

#define PRODUCER_FAULTS(d) \
    :: d_step { stage[d] != None && changes > 0 -> begin(d); changes--; \
        if :: newest[d] == First -> restage(d, Second) :: else -> restage(d, First) fi; endOfStaging(d) } \
    :: d_step { stage[d] != None && changes > 0 -> begin(d); changes--; restage(d, Empty); endOfStaging(d) }

#define DOCUMENT_STEPS(d) \
    :: d_step { late[d] != 0 -> begin(d); x = lateWorker[d] + 1; doc = x; lateCallArrives(d); end(d, doc) } \
    :: d_step { abandoned[d] && holder[d] == Crashed -> begin(d); move(d, Pending); end(d, 0) } \
    :: d_step { abandoned[d] && (stage[d] != Embedding || LOOK_WHILE_HELD) && (late[d] != Write || LOOK_TOO_EARLY) -> \
        begin(d); putBack(d); abandoned[d] = 0; end(d, 0) } \
    :: d_step { MayExpire(d) -> begin(d); expire(d); end(d, 0) }

#define WORKER_STEPS(w, d) \
    :: d_step { !IsFrozen(w) && !Busy(w) && stage[d] == Pending -> \
        begin(d); stage[d] = Embedding; holder[d] = w + 1; phase[H(w, d)] = Granted; lease[H(w, d)] = Safe; end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Granted -> begin(d); receiveClaim(w, d); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Working && (Relies(H(w, d)) || NO_LEASE_CHECK) && content[H(w, d)] != Empty -> \
        begin(d); MayCall(H(w, d)); wrote[H(w, d)] = 1; to(H(w, d), Writing); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Working && Relies(H(w, d)) && content[H(w, d)] == Empty -> \
        begin(d); MayCall(H(w, d)); target[H(w, d)] = Failed; to(H(w, d), Ending); end(d, w + 1) } \
    :: d_step { COMPLETE_BEFORE_ROWS && !IsFrozen(w) && phase[H(w, d)] == Working && Relies(H(w, d)) && content[H(w, d)] != Empty -> \
        begin(d); MayCall(H(w, d)); target[H(w, d)] = Indexed; to(H(w, d), Ending); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Written && Relies(H(w, d)) -> \
        begin(d); MayCall(H(w, d)); target[H(w, d)] = Indexed; to(H(w, d), Ending); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Unsure && Relies(H(w, d)) -> \
        begin(d); MayCall(H(w, d)); to(H(w, d), EndingAgain); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && (phase[H(w, d)] == Working || phase[H(w, d)] == Written || phase[H(w, d)] == Unsure) && !Relies(H(w, d)) -> \
        begin(d); lose(H(w, d)); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Renewed -> \
        begin(d); if :: LATE_RENEWAL_REVIVES -> revive(H(w, d)) :: else fi; to(H(w, d), Working); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Checking -> begin(d); checkLease(w, d); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Asking -> begin(d); ask(w, d); end(d, w + 1) } \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Lost -> begin(d); look(w, d); end(d, w + 1) } \
    :: d_step { phase[H(w, d)] == Writing -> begin(d); writeArrives(w, d); end(d, w + 1) } \
    :: d_step { phase[H(w, d)] == Ending || phase[H(w, d)] == EndingAgain -> begin(d); endArrives(w, d); end(d, w + 1) } \
    :: d_step { phase[H(w, d)] == Deleting -> begin(d); deleteOwn(w, d); forget(H(w, d)); end(d, w + 1) } \
    :: d_step { phase[H(w, d)] == PuttingBack -> begin(d); putBack(d); forget(H(w, d)); end(d, w + 1) } \
    :: d_step { UnderLease(phase[H(w, d)]) && lease[H(w, d)] == Safe && (IsFrozen(w) || NO_RENEWAL) -> \
        begin(d); lease[H(w, d)] = Doubtful; end(d, w + 1) }

#define WORKER_RENEWAL(w, d) \
    :: d_step { !IsFrozen(w) && phase[H(w, d)] == Working && Relies(H(w, d)) -> \
        begin(d); MayCall(H(w, d)); renew(w, d); end(d, w + 1) }

#define WORKER_FAULTS(w, d) \
    :: d_step { losses > 0 && phase[H(w, d)] == Granted && Relies(H(w, d)) -> begin(d); losses--; lease[H(w, d)] = Doubtful; end(d, w + 1) } \
    :: d_step { losses > 0 && phase[H(w, d)] == Granted -> begin(d); losses--; forget(H(w, d)); end(d, w + 1) } \
    :: d_step { losses > 0 && phase[H(w, d)] == Renewed -> begin(d); losses--; to(H(w, d), Working); end(d, w + 1) } \
    :: d_step { losses > 0 && phase[H(w, d)] == Writing -> begin(d); losses--; to(H(w, d), Working); end(d, w + 1) } \
    :: d_step { losses > 0 && phase[H(w, d)] == Writing -> \
        begin(d); losses--; writeRows(d, content[H(w, d)], version[H(w, d)]); to(H(w, d), Working); end(d, w + 1) } \
    :: d_step { losses > 0 && (phase[H(w, d)] == Ending || phase[H(w, d)] == EndingAgain) -> begin(d); losses--; to(H(w, d), Unsure); end(d, w + 1) } \
    :: d_step { losses > 0 && (phase[H(w, d)] == Ending || phase[H(w, d)] == EndingAgain) -> \
        begin(d); losses--; endHold(d, target[H(w, d)], HeldBy(w, d), content[H(w, d)]); to(H(w, d), Unsure); end(d, w + 1) } \
    :: d_step { failures > 0 && !IsFrozen(w) && phase[H(w, d)] == Working && Relies(H(w, d)) && content[H(w, d)] != Empty -> \
        begin(d); MayCall(H(w, d)); failures--; target[H(w, d)] = Failed; to(H(w, d), Ending); end(d, w + 1) } \
    :: d_step { releases > 0 && !IsFrozen(w) && (phase[H(w, d)] == Working || phase[H(w, d)] == Written) && Relies(H(w, d)) -> \
        begin(d); MayCall(H(w, d)); releases--; release(w, d); end(d, w + 1) }

#define PROCESS_STEPS(w) \
    :: d_step { IsFrozen(w) -> frozen = frozen & ~(1 << w) }

#define PROCESS_FAULTS(w) \
    :: d_step { crashes > 0 && !IsFrozen(w) && Busy(w) -> crash(w) } \
    :: d_step { freezes > 0 && !IsFrozen(w) && Busy(w) -> freezes--; frozen = frozen | (1 << w) }

#if DOCS == 2
#define EACH_DOCUMENT(STEPS) STEPS(0) STEPS(1)
#define EACH_HOLD(STEPS) STEPS(0, 0) STEPS(0, 1) STEPS(1, 0) STEPS(1, 1)
#else
#define EACH_DOCUMENT(STEPS) STEPS(0)
#define EACH_HOLD(STEPS) STEPS(0, 0) STEPS(1, 0)
#endif

#define STEPS_THAT_MUST_HAPPEN \
    EACH_DOCUMENT(PRODUCER_STEPS) EACH_DOCUMENT(DOCUMENT_STEPS) EACH_HOLD(WORKER_STEPS) PROCESS_STEPS(0) PROCESS_STEPS(1)

#define OTHER_STEPS \
    EACH_DOCUMENT(PRODUCER_FAULTS) EACH_HOLD(WORKER_RENEWAL) EACH_HOLD(WORKER_FAULTS) PROCESS_FAULTS(0) PROCESS_FAULTS(1)

#define HasEnded(d) (!abandoned[d] && late[d] == 0 && (stage[d] == Indexed || stage[d] == Failed))

active proctype protocol() {
#ifdef LIVE
progress_while_faults_may_happen:
    do
    STEPS_THAT_MUST_HAPPEN
    OTHER_STEPS
    :: break
    od;
    do
    STEPS_THAT_MUST_HAPPEN
    :: else ->
        assert(frozen == 0 && !Busy(0) && !Busy(1) && HasEnded(0));
#if DOCS == 2
        assert(HasEnded(1));
#endif
        break
    od
#else
end_nothing_is_left_to_do:
    do
    STEPS_THAT_MUST_HAPPEN
    OTHER_STEPS
    od
#endif
}
