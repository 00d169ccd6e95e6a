using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The minted keys of a gateway, by their ids and by the hashes of their tokens. Thread safe.</summary>
internal sealed class KeyStore(TimeProvider clock, StateNotes notes)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, MintedKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idsByHash = new(StringComparer.Ordinal);
    private long _last;

    public (ApiKey Key, string Token) Mint(MintKeyRequest asked)
    {
        var request = MintRules.Complete(asked);
        var token = KeyTokens.Next();
        var hash = notes.Given ?? KeyTokens.Hash(token);
        notes.Drawn = hash;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var key = new ApiKey
            {
                KeyId = string.Create(CultureInfo.InvariantCulture, $"key-{++_last}"),
                Name = request.Name,
                Owner = request.Owner,
                Description = request.Description,
                Entitlements = request.Entitlements!,
                ExpiresAfter = request.ExpiresAfter,
                Phase = ApiKeyPhase.Active,
                CreatedAt = now,
                ExpiresAt = now + MintRules.Lifetime(request.ExpiresAfter!),
            };
            _keys.Add(key.KeyId, new MintedKey(key, hash));
            _idsByHash.Add(hash, key.KeyId);
            return (key, token);
        }
    }

    public IReadOnlyList<ApiKey> All(bool withRevoked)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            return [.. _keys.Values.Where(key => withRevoked || key.Record.RevokedAt is null).Select(key => key.At(now))];
        }
    }

    public ApiKey Require(string id)
    {
        lock (_lock)
        {
            return (_keys.GetValueOrDefault(id) ?? throw Unknown(id)).At(clock.GetUtcNow());
        }
    }

    public ApiKey Revoke(string id)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var key = _keys.GetValueOrDefault(id) ?? throw Unknown(id);
            var revoked = key with { Record = key.Record with { RevokedAt = key.Record.RevokedAt ?? now } };
            _keys[id] = revoked;
            return revoked.At(now);
        }
    }

    public void Delete(string id)
    {
        lock (_lock)
        {
            if (!_keys.Remove(id, out var key))
            {
                throw Unknown(id);
            }

            _idsByHash.Remove(key.TokenHash);
        }
    }

    /// <summary>The key of a token, and a note that it was used; null when there is none that is valid.</summary>
    public MintedKey? Use(string token)
    {
        var hash = KeyTokens.Hash(token);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_idsByHash.TryGetValue(hash, out var id) || _keys[id] is not { } key || !key.IsValid(now))
            {
                return null;
            }

            if (!key.IsSeenAnew(now))
            {
                return key;
            }

            notes.Listener?.Invoke(EntryKind.KeySeen, id, []);
            return _keys[id] = key with { Record = key.Record with { LastSeenAt = now } };
        }
    }

    /// <summary>Notes again that a key was used.</summary>
    public void See(string id)
    {
        lock (_lock)
        {
            if (_keys.TryGetValue(id, out var key))
            {
                _keys[id] = key with { Record = key.Record with { LastSeenAt = clock.GetUtcNow() } };
            }
        }
    }

    private static GatewayFault Unknown(string id) => GatewayFault.NotFound($"key '{id}' not found");
}
