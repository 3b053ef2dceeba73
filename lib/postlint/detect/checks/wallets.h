// Addresses of crypto wallets.
#pragma once

#include <string_view>

namespace postlint {

// True for an address whose own check agrees:
//  - Bitcoin, Litecoin and Dogecoin in Base58Check: version byte and SHA-256 twice;
//  - Bitcoin in Bech32 and Bech32m ("bc1..."): BIP 173, BIP 350, in capitals or in small letters;
//  - Ethereum: "0x" and 40 hexadecimal digits. Its check by capitals (EIP-55) is optional in
//    practice and not looked at.
bool is_wallet(std::string_view address);

}  // namespace postlint
