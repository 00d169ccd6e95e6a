namespace Hevlayer.Local;

/// <summary>The page of the clock.</summary>
/// <param name="Now">The time of the gateway.</param>
/// <param name="Mode"><c>running</c>, <c>frozen</c>, or <c>given</c> for a clock that only its owner moves.</param>
/// <param name="Due">What falls due next in each part, the earliest first.</param>
internal sealed record ClockView(DateTimeOffset Now, string Mode, IReadOnlyList<DueThing> Due);
