using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.VectorData;

/// <summary>
/// A namespace of the gateway as a collection of dictionaries, mapped by a definition without reflection, for native and
/// trimmed programs.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "VectorData calls it a collection.")]
public sealed class HevlayerDynamicCollection : HevlayerCollection<object, Dictionary<string, object?>>
{
    /// <summary>Makes a collection; nothing is sent.</summary>
    /// <param name="client">The client; it is not disposed with the collection.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="options">Settings, with the definition of what the dictionaries hold.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no definition, or a setting is out of range.</exception>
    /// <exception cref="NotSupportedException">A property cannot be stored; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The properties do not make a record; the message says why.</exception>
    public HevlayerDynamicCollection(IHevlayerClient client, string name, HevlayerCollectionOptions options)
        : base(client, name, options, static settings => new RecordModelBuilder().BuildDynamic(
            settings.Definition ?? throw new ArgumentException("There is no definition; a dynamic collection needs one.", nameof(options)),
            settings.EmbeddingGenerator))
    {
    }
}
