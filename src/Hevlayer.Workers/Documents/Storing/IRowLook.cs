namespace Hevlayer.Workers;

/// <summary>Looks for rows that an attempt may have left in the index, and clears them away.</summary>
internal interface IRowLook
{
    /// <summary>Looks once.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="calls">Makes the calls.</param>
    /// <returns>False when it is too early to say, for somebody works on the document.</returns>
    Task<bool> ClearAsync(LookCause cause, LookCalls calls);
}
