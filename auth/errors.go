package auth

// CredentialError says why credentials are refused. Its text is part of the API: it is the message of the 401 answer
// (http-conventions.md §8, access.md §1.1 and §3.2). It never contains any part of the credential.
//
// All values are constants, so errors.Is and == work.
type CredentialError string

// Error returns the text for the caller.
func (e CredentialError) Error() string { return string(e) }

// The refusals of the Authorization header as a whole (http-conventions.md §8).
const (
	// ErrNoCredential: the header is one word only.
	ErrNoCredential CredentialError = "Invalid token header: No credentials provided."
	// ErrSpacesInCredential: the header has three words or more.
	ErrSpacesInCredential CredentialError = "Invalid token header: Token string should not contain spaces."
	// ErrInvalidCharacters: the header is not UTF-8 (access.md §1.1, Improve).
	ErrInvalidCharacters CredentialError = "Invalid token header: Token string should not contain invalid characters."
)

// The refusals of a session token (access.md §3.2).
const (
	ErrNotEnoughSegments     CredentialError = "Not enough segments"
	ErrInvalidHeaderPadding  CredentialError = "Invalid header padding"
	ErrInvalidHeaderString   CredentialError = "Invalid header string"
	ErrInvalidPayloadPadding CredentialError = "Invalid payload padding"
	ErrInvalidPayloadString  CredentialError = "Invalid payload string"
	ErrInvalidCryptoPadding  CredentialError = "Invalid crypto padding"
	ErrAlgorithm             CredentialError = "The specified alg value is not allowed"
	ErrSignature             CredentialError = "Signature verification failed"
	ErrExpired               CredentialError = "Signature has expired"
	ErrNotYetValid           CredentialError = "The token is not yet valid (nbf)"
	ErrIssuedInFuture        CredentialError = "The token is not yet valid (iat)"
	ErrMissingExpiry         CredentialError = `Token is missing the "exp" claim`
	ErrNoUsername            CredentialError = "No username in JWT"
)

// The refusals that need a look at the stored user or token; the callers that look return them (access.md §1.1, §3.2, §4.1).
const (
	ErrAnonymous       CredentialError = "Authentication credentials were not provided."
	ErrInvalidToken    CredentialError = "Invalid token."
	ErrInvalidAPIToken CredentialError = "Invalid API token."
	ErrAPITokenExpired CredentialError = "API token has expired."
	ErrUserDeactivated CredentialError = "User is deactivated."
)
