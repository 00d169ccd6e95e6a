namespace Hevlayer.Local;

/// <summary>A fault as it concerns something that waits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Does">What it does, in words.</param>
/// <param name="On">The operation that it strikes, in words.</param>
/// <param name="Struck">How many calls it struck, of whatever kind.</param>
/// <param name="Holds">Whether it struck a call that concerns this, and none of the kind got past it since.</param>
internal sealed record FaultSight(string Id, string Does, string On, int Struck, bool Holds)
{
    public override string ToString() => $"{Does} on {On} ({Id}, {Struck} struck)";
}
