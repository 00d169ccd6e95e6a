using System.Text.Json.Serialization;

namespace Hevlayer;

[JsonConverter(typeof(TurbopufferWriteRequestJsonConverter))]
public sealed partial record TurbopufferWriteRequest
{
    /// <summary>
    /// A typed write that is written straight from its rows, so that vectors never become free JSON; other members of the
    /// request follow it.
    /// </summary>
    internal NamespaceWrite? Typed { get; init; }
}
