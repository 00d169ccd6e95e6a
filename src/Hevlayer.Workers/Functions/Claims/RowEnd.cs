namespace Hevlayer.Workers;

/// <summary>What came of the call that was to end the hold on a row.</summary>
internal enum RowEnd
{
    /// <summary>The call has ended it.</summary>
    Ended,

    /// <summary>It is over, by this call, by an earlier one or by the loss of the lease: the reply does not say.</summary>
    Unknown,

    /// <summary>It was over before: the lease is lost.</summary>
    Lost,
}
